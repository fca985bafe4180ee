// The exports that people get, against the schemas of OASIS. These lie beside the checkout, and `xmllint` comes with
// Debian's libxml2-utils: where either is absent, the tests are skipped.
import Foundation
import TestSupport
import Testing

/// Where the schemas and the program that validates by them are, if they are.
enum SchemaFiles {
  static let folder = TestFiles.shared("data/schemas")
  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].map { URL(fileURLWithPath: $0) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}

@Suite(.enabled(if: SchemaFiles.xmllint != nil && SchemaFiles.folder != nil, "needs the OASIS schemas and xmllint"))
struct SchemaTests {
  @Test(arguments: [
    ("1.2", "xliff12/xliff-core-1.2-strict.xsd"), ("1.2", "xliff12/xliff-core-1.2-transitional.xsd"),
    ("2.0", "xliff21/all.xsd"), ("2.1", "xliff21/all.xsd"), ("2.2", "xliff22/all.xsd"),
  ])
  func exportsAreValid(_ version: String, _ schema: String) throws {
    let folder = try TemporaryFolder()
    // Besides the articles: a page with what XML finds hard, an empty post, types and names that are no NMTOKENs.
    let page =
      "<p title=\"a &lt; b\">A &amp; B\u{1}\u{C} ]]&gt; <b>x<i>y</b>z</i> <img alt=\"C &quot;D&quot;\" src=x> [s a=1]</p>"
    let odd = try folder.write(page, to: "in/odd page (1).html")
    let empty = try folder.write(Examples.post("8", content: ""), to: "in/empty.json")
    let type = try folder.write(Examples.post("9", members: ", \"type\": \"a/b c\""), to: "in/type.json")
    let sources = [Examples.articles, odd, empty, type] + (Examples.realArticle.map { [$0.path] } ?? [])
    let extracted = try Program.run(
      ["extract", "--to", "nl", "--xliff", version, "-o", folder.path("out")] + sources)
    #expect(extracted.status == 0, "\(extracted.errors)")
    #expect(extracted.lines.count == sources.count + 3)
    let pseudo = try Program.run(["pseudo", folder.path("out"), "-o", folder.path("pseudo")])
    #expect(pseudo.lines.count == extracted.lines.count)

    let files = extracted.lines + pseudo.lines
    let schemas = try #require(SchemaFiles.folder)
    let outcome = try Program.run(
      try #require(SchemaFiles.xmllint),
      ["--nonet", "--noout", "--huge", "--schema", schemas.appendingPathComponent(schema).path] + files,
      environment: ["XML_CATALOG_FILES": schemas.appendingPathComponent("catalog.xml").path])
    let complaints = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
    #expect(outcome.status == 0, "\(complaints.prefix(5).joined(separator: "\n"))")
    #expect(outcome.errors.split(separator: "\n").count { $0.hasSuffix(" validates") } == files.count)

    let validated = try Program.run(["validate", folder.path("out"), folder.path("pseudo")])
    #expect(validated.status == 0, "\(validated.text)")
  }
}
