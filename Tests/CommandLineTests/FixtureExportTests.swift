// Exports of all block fixtures, with terms, in all versions, against the schemas of OASIS. Both lie beside the checkout, and
// `xmllint` comes with Debian's libxml2-utils: where any is absent, the tests are skipped.
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: SchemaFiles.xmllint != nil && SchemaFiles.folder != nil, "needs the OASIS schemas and xmllint"))
struct FixtureExportTests {
  /// Block markup as Gutenberg and WordPress test their parsers with it, each file a post.
  private static func posts() throws -> [String] {
    var posts: [String] = []
    for folder in ["data/gutenberg", "data/wordpress/block-fixtures"] {
      guard let url = TestFiles.shared(folder) else { continue }
      let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().filter { name in
        name.hasSuffix(".html") && !name.hasSuffix(".serialized.html") && !name.hasSuffix(".server.html")
      }
      for name in names {
        let bytes = try TestFiles.bytes(url.appendingPathComponent(name))
        posts.append(Examples.post(String(posts.count + 1), content: String(decoding: bytes, as: UTF8.self)))
      }
    }
    return posts
  }

  @Test(arguments: [
    ("1.2", ["xliff12/xliff-core-1.2-strict.xsd", "xliff12/xliff-core-1.2-transitional.xsd"]),
    ("2.0", ["xliff21/all.xsd"]), ("2.1", ["xliff21/all.xsd"]), ("2.2", ["xliff22/all.xsd"]),
  ])
  func everyExportIsValid(_ version: String, _ schemas: [String]) throws {
    let posts = try Self.posts()
    guard !posts.isEmpty else { return }
    let folder = try TemporaryFolder()
    // Beside the fixtures: a post with nothing to translate, and one that is full of terms and codes.
    let terms =
      "<p>Acne <b>scars, laser</b> <i>treatment <a href='x'>of</i> scars</a><br>acne&#1; <img src=x alt='Acne scar'></p>"
    let all = (posts + [Examples.post("8001", content: ""), Examples.post("8002", content: terms)]).joined(
      separator: "\n")
    let source = try folder.write(all, to: "posts.ndjson")
    var files: [String] = []
    for (name, options) in [("terms", [String]()), ("prefilled", ["--prefill"])] {
      let outcome = try Program.run(
        ["extract", source, "--to", "nl", "--xliff", version, "--glossary", Examples.glossary, "-o", folder.path(name)]
          + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      files += outcome.lines
    }
    #expect(files.count == 2 * (posts.count + 2))
    let bundle = try Program.run(
      [
        "extract", source, "--to", "nl", "--xliff", version, "--glossary", Examples.glossary, "--bundle",
        folder.path("b.xlf"),
      ])
    files += bundle.lines
    let catalog = try #require(SchemaFiles.folder)
    for schema in schemas {
      let outcome = try Program.run(
        try #require(SchemaFiles.xmllint),
        ["--nonet", "--noout", "--huge", "--schema", catalog.appendingPathComponent(schema).path] + files,
        environment: ["XML_CATALOG_FILES": catalog.appendingPathComponent("catalog.xml").path])
      let complaints = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
      #expect(outcome.status == 0, "\(complaints.prefix(5).joined(separator: "\n"))")
    }
    let validated = try Program.run(["validate"] + files)
    #expect(validated.status == 0, "\(validated.text.prefix(2000))")
  }
}
