// What merge writes: files of one post, files of many, and what is not written back.
import Foundation
import TestSupport
import Testing

@Suite struct OutputFormatTests {
  /// `source`, extracted, pseudo-translated where that is wanted, and merged as `format`.
  private func merge(
    _ sources: [String], as format: String, in folder: TemporaryFolder, pseudo: Bool = true, _ options: [String] = []
  ) throws -> Program.Outcome {
    _ = try Program.run(["extract"] + sources + ["--to", "nl", "-o", folder.path("out"), "-q"])
    if pseudo { _ = try Program.run(["pseudo", folder.path("out/nl"), "-o", folder.path("pseudo")]) }
    return try Program.run(
      ["merge"] + sources + ["--xliff", folder.path(pseudo ? "pseudo" : "out"), "--as", format, "-o"]
        + [folder.path("posts")] + options)
  }

  private func posts(_ folder: TemporaryFolder) throws -> [String] {
    try folder.files().filter { $0.hasPrefix("posts/") }
  }

  @Test func aLineAPostInTheOrderOfTheSource() throws {
    let folder = try TemporaryFolder()
    let ids = (1...60).map { String(($0 * 37) % 61) }
    let source = try folder.write(ids.map { Examples.post($0) }.joined(separator: "\n"), to: "in/many.ndjson")
    let outcome = try merge([source], as: "ndjson", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try posts(folder) == ["posts/nl/many.ndjson"])
    #expect(outcome.lines == [folder.path("posts/nl/many.ndjson")])
    let lines = try folder.text("posts/nl/many.ndjson").split(separator: "\n")
    let found = try lines.map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["content"] as? String == "<p>⟦Ĥéļļö ţĥéŕé.⟧</p>")
      return member(object, "overzet", "source", "id") as? Int
    }
    #expect(found == ids.map { Int($0) })
  }

  /// Exports have meta fields of one key; a request has one value.
  @Test(arguments: ["json", "ndjson", "wxr"])
  func repeatedMetaKeysAreNamed(_ format: String) throws {
    let folder = try TemporaryFolder()
    let field = { (key: String, value: String) in
      "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value>\(value)</wp:meta_value></wp:postmeta>"
    }
    let export = String(decoding: try TestFiles.bytes(URL(fileURLWithPath: Examples.export)), as: UTF8.self)
    let end = try #require(export.range(of: "</item>"))
    let meta =
      field("twice", "One") + field("twice", "Two") + field("twice", "Three") + field("same", "x") + field("same", "x")
    let source = try folder.write(export.replacingCharacters(in: end, with: meta + "</item>"), to: "in.xml")
    let outcome = try merge([source], as: format, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let said = outcome.errors.components(separatedBy: "the meta field \"twice\" stands there more than once").count - 1
    #expect(said == (format == "wxr" ? 0 : 1) && !outcome.errors.contains("\"same\""), "\(outcome.errors)")
  }

  @Test func pagesOnly() throws {
    let folder = try TemporaryFolder()
    let outcome = try merge([Examples.boxcarScars, Examples.openingHours], as: "html", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try posts(folder) == ["posts/nl/1201.html", "posts/nl/1204.html"])
  }

  @Test func anExportComesBackAsOne() throws {
    let folder = try TemporaryFolder()
    let outcome = try merge([Examples.export], as: "wxr", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try posts(folder) == ["posts/nl/export.xml"])
    let text = try folder.text("posts/nl/export.xml")
    for part in [
      "<language>nl</language>", "<wp:author_login><![CDATA[anna]]></wp:author_login>",
      "<dc:creator><![CDATA[anna]]></dc:creator>",
      "<category domain=\"language\" nicename=\"nl\"><![CDATA[Dutch]]></category>",
      "<category domain=\"category\" nicename=\"huidadvies\">", "<wp:status><![CDATA[draft]]></wp:status>",
      "<guid isPermaLink=\"false\">https://www.lindenhofkliniek.example/?overzet=nl-1301</guid>",
      "<wp:meta_value><![CDATA[https://www.lindenhofkliniek.example/en/skin-advice/tattoo-removal/]]></wp:meta_value>",
      "<wp:post_date><![CDATA[2026-05-20 09:15:00]]></wp:post_date>",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("nicename=\"en\"") && !text.contains("nav_menu_item") && !text.contains("_edit_lock"))

    // What was written is read as what it was: its own texts, merged untouched, are the same file again but for what names
    // the source.
    let again = try TemporaryFolder()
    let second = try merge([folder.path("posts/nl/export.xml")], as: "wxr", in: again, pseudo: false, ["--from", "nl"])
    #expect(second.status == 2, "a translation into its own language is refused: \(second.errors)")
  }

  /// Merged without a translation, an export holds the bytes of its source's contents.
  @Test func untouchedContentsAreTheSame() throws {
    let folder = try TemporaryFolder()
    #expect(try merge([Examples.export], as: "wxr", in: folder, pseudo: false).status == 0)
    let contents = { (text: String) in
      text.components(separatedBy: "<content:encoded>").dropFirst().map { part in
        part.components(separatedBy: "</content:encoded>")[0].replacingOccurrences(of: "]]><![CDATA[", with: "")
      }
    }
    let source = String(decoding: try TestFiles.bytes(URL(fileURLWithPath: Examples.export)), as: UTF8.self)
    let wanted = contents(source).enumerated().filter { $0.offset != 3 }.map(\.element)
    #expect(contents(try folder.text("posts/nl/export.xml")) == wanted)
  }

  @Test func postsOfTheRESTAPIBecomeAnExport() throws {
    let folder = try TemporaryFolder()
    let outcome = try merge([Examples.sunProtection], as: "wxr", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try folder.text("posts/nl/sun-protection.xml")
    #expect(text.contains("<wp:base_site_url>https://www.lindenhofkliniek.example</wp:base_site_url>"))
    #expect(text.contains("<wp:post_id>1202</wp:post_id>"))
    #expect(text.contains("<wp:meta_key><![CDATA[_overzet_source_id]]></wp:meta_key>\n<wp:meta_value><![CDATA[1202]]>"))
  }

  /// `/wp/v2/media/ID` has other names for the same texts.
  @Test func anAttachmentBecomesARequestForTheMediaLibrary() throws {
    let folder = try TemporaryFolder()
    #expect(try merge([Examples.export], as: "json", in: folder).status == 0)
    let media = try jsonObject(at: folder.path("posts/nl/1303.json"))
    #expect(media["caption"] as? String == "⟦Öûŕ ñéŵ ļåšéŕ, îñ ŕööɱ 2.⟧")
    #expect(media["alt_text"] as? String == "⟦Å đéŕɱåţöļöĝîšţ ƀéšîđé å ļåšéŕ⟧")
    #expect(media["description"] as? String == "" && media["content"] == nil && media["status"] == nil)
    let post = try jsonObject(at: folder.path("posts/nl/1301.json"))
    #expect(member(post, "meta", "rank_math_robots") as? String == "a:1:{i:0;s:5:\"index\";}")
  }

  @Test func aPageIsNoItemAndGoesBesideJSONOnly() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("<html lang=\"en\"><body><p>Hello there.</p></body></html>", to: "page.html")
    let outcome = try merge([page], as: "wxr", in: folder)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("a page of HTML is no post: left out of the export"))
    #expect(try posts(folder).isEmpty)
    #expect(try merge([page], as: "wxr", in: folder, ["--html"]).status == 64)
  }

  @Test func twoSourcesOfOneNameDoNotMeet() throws {
    let folder = try TemporaryFolder()
    let sources = try [
      folder.write(Examples.post("1"), to: "a/x.json"), folder.write(Examples.post("2"), to: "b/x.json"),
    ]
    #expect(try merge(sources, as: "ndjson", in: folder).status == 0)
    #expect(try posts(folder) == ["posts/nl/x-2.ndjson", "posts/nl/x.ndjson"])
  }

  @Test func aSourceIsNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(Examples.post("1"), to: "posts/nl/x.ndjson")
    let outcome = try merge([source], as: "ndjson", in: folder)
    #expect(outcome.status == 2 && outcome.failures.count == 1)
    #expect(outcome.failures[0].contains("which is being read"))
    #expect(try folder.text("posts/nl/x.ndjson") == Examples.post("1"))
  }

  // MARK: Rendered posts that have blocks

  private static let blocks = "<p class=\"wp-block-paragraph\">Hello there.</p>"

  private func rendered(_ content: String, version: Int? = nil) -> String {
    let encoded = String(decoding: (try? JSONEncoder().encode(content)) ?? Data(), as: UTF8.self)
    let version = version.map { ", \"block_version\": \($0)" } ?? ""
    return "{\"id\": 7, \"content\": {\"rendered\": \(encoded)\(version)}}"
  }

  @Test(arguments: [
    ("<p>Hello there.</p>", 1, "lose its blocks:"), (blocks, nil, "lose its blocks:"),
    ("<div class=\"schema-faq wp-block-yoast-faq-block\">Hi.</div>", nil, "lose its blocks and FAQ schema:"),
    ("<div class=\"rank-math-block\" id=\"rank-math-howto\">Hi.</div>", nil, "lose its blocks and HowTo schema:"),
  ])
  func areNotWrittenBack(content: String, version: Int?, losses: String) throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(rendered(content, version: version), to: "a.json")
    let outcome = try merge([source], as: "json", in: folder, pseudo: false)
    #expect(outcome.status == 1)
    #expect(outcome.failures.count == 1)
    #expect(outcome.failures[0].hasPrefix("\(source):1: post 7 has blocks, and only its rendered HTML is given"))
    #expect(outcome.failures[0].contains(losses))
    let post = try jsonObject(at: folder.path("posts/nl/7.json"))
    #expect(post["content"] as? [String: String] == ["rendered": content])
  }

  @Test func areWrittenAsOneBlockWhereThatIsForced() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(rendered(Self.blocks), to: "a.json")
    let outcome = try merge([source], as: "json", in: folder, ["--force"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let post = try jsonObject(at: folder.path("posts/nl/7.json"))
    #expect(
      post["content"] as? String
        == "<!-- wp:html --><p class=\"wp-block-paragraph\">⟦Ĥéļļö ţĥéŕé.⟧</p><!-- /wp:html -->")
  }

  @Test func areRefusedEvenThenWhereTheyHoldBlockComments() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(rendered(Self.blocks + "<!-- /wp:html -->"), to: "a.json")
    let outcome = try merge([source], as: "json", in: folder, ["--force"])
    #expect(outcome.status == 1 && outcome.failures.count == 1)
    #expect(outcome.failures[0].contains("holds block comments"))
    #expect(try jsonObject(at: folder.path("posts/nl/7.json"))["content"] is [String: String])
  }

  @Test func areLeftOutOfAnExport() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(rendered(Self.blocks), to: "a.json")
    let outcome = try merge([source], as: "wxr", in: folder)
    #expect(outcome.status == 1 && outcome.failures.count == 1 && outcome.output.isEmpty)
    #expect(try posts(folder).isEmpty)
    #expect(try merge([source], as: "wxr", in: folder, ["--force"]).status == 0)
    #expect(try folder.text("posts/nl/a.xml").contains("<![CDATA[<!-- wp:html --><p"))
  }

  @Test func withoutSignsOfBlocksTheyAreWrittenAsEver() throws {
    let folder = try TemporaryFolder()
    let content = "<p class=\"wp-image\" title=\"wp-block-x\">The class wp-block-paragraph is a word here.</p>"
    let source = try folder.write(rendered(content, version: 0), to: "a.json")
    let outcome = try merge([source], as: "json", in: folder, pseudo: false)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try jsonObject(at: folder.path("posts/nl/7.json"))["content"] as? String == content)
  }

  @Test func aFileOfTheOtherFormIsAppliedByIdAndThatIsSaid() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(rendered("<p>Hello there.</p>"), to: "a.json")
    _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out"), "-q"])
    _ = try Program.run(["pseudo", folder.path("out/nl"), "-o", folder.path("pseudo")])
    let raw = try folder.write(Examples.post("7", content: "<p>Hello there.</p>"), to: "b.json")
    let outcome = try Program.run(["merge", raw, "--xliff", folder.path("pseudo"), "-o", folder.path("posts")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("the translation was extracted from content.rendered, and content.raw is given"))
    #expect(try jsonObject(at: folder.path("posts/nl/7.json"))["content"] as? String == "<p>⟦Ĥéļļö ţĥéŕé.⟧</p>")
  }
}
