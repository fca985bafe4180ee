// Articles out of files: what a post is, and what is said of a file that holds none.
import Foundation
import Interchange
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct ArticleReadingTests {
  private func read(_ bytes: [UInt8], _ ending: String = "json") throws -> [Article] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(ending)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var source = try ArticleSource(path: file.path)
    var articles: [Article] = []
    while let record = try source.next() { articles.append(try record.article()) }
    return articles
  }

  private func read(_ text: String, _ ending: String = "json") throws -> [Article] {
    try read(Array(text.utf8), ending)
  }

  private func post(_ id: Int, _ rest: String = "") -> String {
    "{\"id\":\(id),\"content\":{\"rendered\":\"<p>Text \(id)</p>\"}\(rest)}"
  }

  @Test(arguments: ["", "\u{FEFF}", "\n \n"])
  func shapes(before: String) throws {
    #expect(try read(before + post(1)).map(\.id) == ["1"])
    #expect(try read(before + "[\(post(1)),\n\(post(2))]\n").map(\.id) == ["1", "2"])
    #expect(try read(before + "[ ]").isEmpty)
    #expect(try read(before + post(1) + "\n" + post(2)).map(\.id) == ["1", "2"])
    #expect(try read(before + post(1) + "\n\n" + post(2) + "\r\n", "ndjson").map(\.id) == ["1", "2"])
    #expect(try read(before + post(1) + "\n" + post(2), "ndjson").map(\.line).last == (before.contains("\n") ? 4 : 2))
  }

  @Test func lines() throws {
    let articles = try read("[\n\(post(1)),\n\n\(post(2))\n]")
    #expect(articles.map(\.line) == [2, 4])
  }

  @Test func aPostLargerThanAChunk() throws {
    let long = String(repeating: "long text ", count: 60_000)
    let json = "{\"id\":1,\"content\":{\"raw\":\"\(long)\"}}"
    let articles = try read("[\(json),\(post(2)),\(json)]")
    #expect(articles.map(\.content.count) == [600_000, 13, 600_000])
    #expect(try read("\(json)\n\(post(2))\n\(json)", "ndjson").map(\.content.count) == [600_000, 13, 600_000])
  }

  @Test func pages() throws {
    let articles = try read("<h1>Hello</h1>", "html")
    #expect(articles[0].form == .page && articles[0].type == "page")
    #expect(articles[0].content == Array("<h1>Hello</h1>".utf8))
    #expect(try read(" <p>no ending tells</p>", "txt").count == 1)
  }

  @Test(arguments: [
    ("", 1, "there is nothing in it"), (" \n", 1, "there is nothing in it"), ("hello", 1, "neither JSON nor HTML"),
    ("\n\n{\"id\":1,\n\"content\":}", 4, "not JSON"), ("{\"id\":1}", 1, "not a post: it has no \"content\""),
    ("[{\"content\":{\"raw\":\"x\"}}]", 1, "not a post: it has no \"id\""),
    ("{\"id\":1,\"content\":{}}", 1, "not a post"),
    ("{\"id\":1,\"content\":\"x\"}", 1, "not a post"), ("[1]", 1, "not a post"),
    ("[\n{\"id\":1,", 2, "ends in the middle"), ("{\"id\":1,\"content\":{\"raw\":\"x", 1, "ends in the middle"),
    ("[\n", 2, "ends in the middle"), ("[] x", 1, "something follows"), ("{\"id\":1]", 1, "not JSON"),
    ("{\"id\":1,\"content\":{\"raw\":\"a\\q\"}}", 1, "not JSON"),
  ])
  func errors(text: String, line: Int, problem: String) throws {
    let error = #expect(throws: ArticleError.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.file.hasSuffix(".json") == true && error?.remedy.isEmpty == false)
  }

  @Test func errorsOfLines() throws {
    let error = #expect(throws: ArticleError.self) { try read(post(1) + "\n\n{\"id\":\n", "ndjson") }
    #expect(error?.line == 3)
  }

  @Test func invalidUTF8() throws {
    let bytes = Array("{\"id\":1,\n\"content\":{\"raw\":\"".utf8) + [0xFF] + Array("\"}}".utf8)
    let error = #expect(throws: ArticleError.self) { try read(bytes) }
    #expect(error?.line == 2)
    #expect(error?.problem.contains("not UTF-8") == true)
    #expect(throws: ArticleError.self) { try read([0x3C, 0x70, 0x3E, 0xC3], "html") }
  }

  @Test func filesThatCannotBeRead() throws {
    #expect(throws: ArticleError.self) { _ = try ArticleSource(path: "/nowhere/at/all.json") }
    let error = #expect(throws: ArticleError.self) { _ = try ArticleSource(path: "/") }
    #expect(error?.problem == "this is a folder")
  }
}

@Suite struct ArticleFieldTests {
  private func article(_ json: String) throws -> Article {
    try Article(json: Array(json.utf8), file: "test", line: 1)
  }

  @Test func rawComesFirst() throws {
    let article = try article(
      #"{"id":"7","type":"page","content":{"raw":"R","rendered":"<p>R</p>"},"title":{"raw":"T & t","rendered":"T &amp; t"},"categories":[3,1],"class_list":["a","category-new"],"featured_media":9}"#
    )
    #expect((article.id, article.type, article.form) == ("7", "page", .raw))
    #expect(article.content == Array("R".utf8) && article.title == Array("T & t".utf8))
    #expect(article.categories == [3, 1] && article.categorySlug == "new" && article.featuredMedia == 9)
    #expect(article.remarks.isEmpty)
  }

  @Test(arguments: [
    (#""raw":"Mine""#, #""raw":"Mine","rendered":"<p>Mine</p>""#, true),
    (#""raw":"Text of it""#, #""raw":"","rendered":"<p>Te</p>""#, false),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>Text [&hellip;]</p>""#, false),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>Text of</p>\n""#, false),
    (#""rendered":"<p>Text <b>of</b> it</p>""#, #""rendered":"<p>Text of it</p>\n""#, false),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>Read this</p>""#, true),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>One two […]</p>""#, false),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>One two [&#8230;]</p>\n""#, false),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>One two…</p>""#, true),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":"<p>“It […] heals,” she says.</p>""#, true),
    (#""rendered":"<p>Text of it</p>""#, #""rendered":""# + "\"", false),
  ])
  func excerpts(content: String, excerpt: String, isOwn: Bool) throws {
    let article = try article("{\"id\":1,\"content\":{\(content)},\"excerpt\":{\(excerpt)}}")
    #expect(article.hasOwnExcerpt == isOwn)
    let file = try Extractor(segmenter: try makeSegmenter()).extract(article)
    #expect(file.units.contains { $0.name == "excerpt" } == isOwn)
  }

  @Test(arguments: [
    ("rank_math_canonical_url", TextRules.Action.replace), ("_yoast_wpseo_canonical", .replace),
    ("_aioseo_canonical_url", .replace), ("_seopress_robots_canonical", .replace), ("rank_math_title", .translate),
    ("_yoast_wpseo_metadesc", .translate), ("footnotes", .translate), ("price", .copy),
  ])
  func whatBecomesOfAField(key: String, action: TextRules.Action) {
    #expect(TextRules.defaults.action(for: key) == action)
  }

  @Test func metaKeepsItsOrderAndItsJSON() throws {
    let article = try article(
      #"{"id":1,"content":{"raw":""},"meta":{"z":"1","rank_math_title":"a\u0026b","n":[1, 2],"e":"","a":null}}"#)
    #expect(article.meta.map(\.key) == ["z", "rank_math_title", "n", "e", "a"])
    #expect(
      article.meta.map { String(decoding: $0.json, as: UTF8.self) } == [
        "\"1\"", #""a\u0026b""#, "[1, 2]", "\"\"", "null",
      ])
    #expect(article.meta[1].text == Array("a&b".utf8) && article.meta[2].text == nil)
    #expect(try self.article(#"{"id":1,"content":{"raw":""},"meta":[]}"#).meta.isEmpty)
  }

  @Test func renderedPostsSayWhatCannotBeRestored() throws {
    let article = try article(#"{"id":1,"content":{"rendered":"<div class=\"rank-math-block\"></div>"}}"#)
    #expect(article.remarks.count == 1)
    #expect(article.remarks.first?.contains("structured data") == true)
  }

  @Test(arguments: [
    ("24931", "24931"), ("../../etc/passwd", "%2E%2E%2F%2E%2E%2Fetc%2Fpasswd"), ("a/b", "a%2Fb"), ("", "%"),
    (".", "%2E"),
    ("été", "%C3%A9t%C3%A9"), ("a\u{0}b", "a%00b"), ("A-b_1", "A-b_1"),
  ])
  func fileNames(id: String, expected: String) {
    #expect(Article(id: id, form: .raw, content: [], file: "test", line: 1).fileName == expected)
  }

  /// No name is longer than a file's may be, and two long ids that differ at their ends have two names.
  @Test func longIdsAsFileNames() {
    let stem = String(repeating: "é", count: 300)
    let names = ["1", "2"].map { Article(id: stem + $0, form: .page, content: [], file: "x", line: 1).fileName }
    #expect(names.allSatisfy { $0.utf8.count <= 200 && !$0.contains("/") })
    #expect(names[0] != names[1])
    // An escape is never cut in half.
    #expect(names[0].replacing(#/%[0-9A-F]{2}/#, with: "").contains("%") == false)
  }

  @Test func theHashIsOfTheTextOnly() throws {
    let one = try article(#"{"id":1,"modified":"a","content":{"raw":"caf\u00e9"},"meta":{"x":"1"}}"#)
    let same = try article(#"{"id":2,"modified":"b","content":{"raw":"café"},"meta":{"x":"2"}}"#)
    let other = try article(#"{"id":1,"content":{"raw":"cafe"}}"#)
    #expect(SourceHash(of: one) == SourceHash(of: same))
    #expect(SourceHash(of: one) != SourceHash(of: other))
    #expect(SourceHash(of: one).description.count == 64)
  }
}
