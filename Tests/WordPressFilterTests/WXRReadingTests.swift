// WordPress exports: what an item gives, by namespace and not by prefix, and what is said of files that are broken.
import Foundation
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct WXRReadingTests {
  // MARK: Making files

  /// An export with those items.
  static func export(_ items: [String], version: String = "1.2", prefix: String = "wp", head: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- <item> in a comment is none -->
    <rss version="2.0" xmlns:ex="http://wordpress.org/export/\(version)/excerpt/"
      xmlns:body="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:\(prefix)="http://wordpress.org/export/\(version)/">
    <channel>
    <title>Lindenhof &amp; more</title>
    <link>https://www.example.org</link>
    <\(prefix):wxr_version>\(version)</\(prefix):wxr_version>
    <\(prefix):base_site_url>https://www.example.org</\(prefix):base_site_url>
    \(head)
    \(items.joined(separator: "\n"))
    </channel>
    </rss>

    """
  }

  static func item(
    _ id: Int, type: String = "post", status: String = "publish", content: String = "<![CDATA[<p>Text.</p>]]>",
    prefix: String = "wp", rest: String = ""
  ) -> String {
    """
    <item>
    <title><![CDATA[Title \(id)]]></title>
    <body:encoded>\(content)</body:encoded>
    <\(prefix):post_id>\(id)</\(prefix):post_id>
    <\(prefix):post_type><![CDATA[\(type)]]></\(prefix):post_type>
    <\(prefix):status>\(status)</\(prefix):status>
    \(rest)
    </item>
    """
  }

  /// The articles of a file, and what could not be read of it.
  static func read(_ bytes: [UInt8], name: String = "x.xml") throws -> (articles: [Article], errors: [ArticleError]) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + "-" + name)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var articles: [Article] = []
    var errors: [ArticleError] = []
    do {
      var source = try ArticleSource(path: file.path)
      while let record = try source.next() {
        do { articles.append(try record.article()) } catch { errors.append(error) }
      }
    } catch {
      errors.append(error)
    }
    return (articles, errors)
  }

  static func read(_ text: String) throws -> [Article] {
    let (articles, errors) = try read(Array(text.utf8))
    #expect(errors.isEmpty, "\(errors)")
    return articles
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: What an item gives

  @Test(arguments: ["1.0", "1.1", "1.2"], ["wp", "export"])
  func versionsAndPrefixes(version: String, prefix: String) throws {
    let items = [Self.item(7, prefix: prefix), Self.item(8, type: "page", prefix: prefix)]
    let articles = try Self.read(Self.export(items, version: version, prefix: prefix))
    #expect(articles.map(\.id) == ["7", "8"])
    #expect(articles.map(\.type) == ["post", "page"])
    #expect(articles.map(\.line) == [12, 20])
    #expect(articles.allSatisfy { string($0.content) == "<p>Text.</p>" && $0.form == .raw })
  }

  @Test func allFields() throws {
    let rest = """
      <link>https://www.example.org/skin/scars/</link>
      <dc:creator><![CDATA[anna]]></dc:creator>
      <guid isPermaLink="false">https://www.example.org/?p=7</guid>
      <ex:encoded><![CDATA[By hand.]]></ex:encoded>
      <wp:post_date>2026-05-18 08:55:40</wp:post_date>
      <wp:post_date_gmt>2026-05-18 06:55:40</wp:post_date_gmt>
      <wp:post_modified_gmt>2026-05-19 06:55:40</wp:post_modified_gmt>
      <wp:post_name>scars</wp:post_name>
      <wp:menu_order>3</wp:menu_order>
      <category domain="category" nicename="skin"><![CDATA[Skin & hair]]></category>
      <category><![CDATA[Skin & hair]]></category>
      <category domain="post_tag" nicename="scar"><![CDATA[Scar]]></category>
      <category domain="language" nicename="en">English</category>
      <wp:postmeta><wp:meta_key>rank_math_title</wp:meta_key><wp:meta_value><![CDATA[A & B]]></wp:meta_value></wp:postmeta>
      <wp:postmeta><wp:meta_key><![CDATA[twice]]></wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>
      <wp:postmeta><wp:meta_key><![CDATA[twice]]></wp:meta_key><wp:meta_value></wp:meta_value></wp:postmeta>
      <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>31</wp:meta_value></wp:postmeta>
      <wp:comment><wp:comment_content><![CDATA[not ours]]></wp:comment_content></wp:comment>
      <other:post_name xmlns:other="http://example.com/">no</other:post_name>
      """
    let article = try #require(try Self.read(Self.export([Self.item(7, rest: rest)])).first)
    #expect(article.link == "https://www.example.org/skin/scars/")
    #expect(article.guid == "https://www.example.org/?p=7")
    #expect(article.author == "anna" && article.slug == "scars" && article.status == "publish")
    #expect(article.date == "2026-05-18T06:55:40" && article.localDate == "2026-05-18T08:55:40")
    #expect(article.modified == "2026-05-19T06:55:40")
    #expect(string(article.title) == "Title 7" && string(article.excerpt) == "By hand." && article.hasOwnExcerpt)
    #expect(article.language == "en" && article.categorySlug == "skin" && article.featuredMedia == 31)
    #expect(article.terms.map(\.slug) == ["skin", "scar", "en"])
    #expect(article.terms.map { string($0.name) } == ["Skin & hair", "Scar", "English"])
    #expect(article.meta.map(\.key) == ["rank_math_title", "twice", "twice", "_thumbnail_id"])
    #expect(article.meta.map { $0.text.map(string) } == ["A & B", "1", "", "31"])
    #expect(article.settings == [Article.Setting(name: "menu_order", value: "3")])
  }

  @Test(arguments: [
    ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"), ("a &amp;amp; &#8217; &lt;b&gt;", "a &amp; \u{2019} <b>"),
    ("\n<![CDATA[x]]>\n", "\nx\n"), ("<![CDATA[</item><item>]]>", "</item><item>"), ("", ""),
    ("<![CDATA[one\r\ntwo]]>&#13;", "one\ntwo\r"), ("<!-- </item> --><?php </item> ?>z", "z"),
  ])
  func characterData(written: String, meant: String) throws {
    let articles = try Self.read(Self.export([Self.item(1, content: written), Self.item(2)]))
    #expect(articles.map { string($0.content) } == [meant, "<p>Text.</p>"])
  }

  @Test func bytesBeforeTheDeclaration() throws {
    let text = Self.export([Self.item(1)])
    for before in ["\u{FEFF}", "\n\n", "\u{FEFF}\n"] {
      let (articles, errors) = try Self.read(Array((before + text).utf8))
      #expect(errors.isEmpty && articles.map(\.id) == ["1"])
      #expect(articles.first?.line == 12 + before.unicodeScalars.count { $0 == "\n" })
    }
    let lines = text.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try Self.read(lines).map { string($0.content) } == ["<p>Text.</p>"])
  }

  @Test func anItemWithoutAnIdIsKnownByItsAddress() throws {
    let bare = { (link: String) in "<item><title>T</title>\(link)<body:encoded>x</body:encoded></item>" }
    let articles = try Self.read(
      Self.export([
        bare("<guid>https://e.org/?p=19</guid>"), bare("<link>https://e.org/?post_type=x&amp;page_id=20#a</link>"),
        bare("<guid>https://e.org/about/</guid>"), "<item/>", bare(""),
      ]))
    #expect(articles.map(\.id) == ["19", "20", "item-3", "item-4"])
  }

  @Test func largerThanAChunk() throws {
    let long = String(repeating: "long ]] text > <b>", count: 60_000)
    let items = [
      Self.item(1, content: "<![CDATA[\(long)]]>"), Self.item(2), Self.item(3, content: "<![CDATA[\(long)]]>"),
    ]
    #expect(try Self.read(Self.export(items)).map(\.content.count) == [long.utf8.count, 12, long.utf8.count])
  }

  /// libxml2 reads no CDATA section of more than 10 MB, so it is given shorter ones.
  @Test func aContentOfManyMegabytes() throws {
    let words = String(repeating: "caf\u{E9} \u{1F600} and text ", count: 250)
    let text = String(repeating: "<p>\(words) ]] > &amp; ]</p>\r\n<!-- wp:x -->", count: 2300)
    let (articles, errors) = try Self.read(Array(Self.export([Self.item(1, content: "<![CDATA[\(text)]]>")]).utf8))
    #expect(errors.isEmpty && articles.count == 1)
    let wanted = Array(text.replacingOccurrences(of: "\r\n", with: "\n").utf8)
    #expect(wanted.count > 11_000_000 && articles.first?.content == wanted)
  }

  // MARK: What is passed over

  @Test func whatHoldsNoTextIsPassedOver() throws {
    let alt = """
      <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A scar</wp:meta_value></wp:postmeta>
      """
    let items = [
      Self.item(1, type: "nav_menu_item"), Self.item(2, type: "revision"), Self.item(3, status: "trash"),
      Self.item(4, status: "auto-draft"), Self.item(5, type: "attachment", content: ""),
      Self.item(6, type: "attachment", content: "", rest: alt), Self.item(7, type: "attachment"),
      Self.item(8, type: "wp_block"), Self.item(9, type: "recipe", status: "draft"),
      Self.item(10, type: "wp_navigation"),
    ]
    let articles = try Self.read(Self.export(items))
    #expect(articles.filter { $0.passingOver == nil }.map(\.id) == ["6", "7", "8", "9", "10"])
    #expect(articles.first?.passingOver == "of type nav_menu_item")
  }

  // MARK: Broken files

  @Test func aBrokenItemIsNamedAndTheOthersGoOn() throws {
    let broken = Self.item(2, rest: "<wp:post_name>a</wp:post_nam>")
    let (articles, errors) = try Self.read(Array(Self.export([Self.item(1), broken, Self.item(3)]).utf8))
    #expect(articles.map(\.id) == ["1", "3"])
    #expect(errors.map(\.line) == [26])
    #expect(errors.first?.problem.contains("this is not well-formed XML") == true)
    #expect(errors.first?.problem.contains("line 26") == true, "libxml2's own lines are the file's too")
  }

  @Test func anItemThatIsNotClosedEndsWhereTheNextBegins() throws {
    let open = Self.item(2).replacingOccurrences(of: "</item>", with: "")
    let (articles, errors) = try Self.read(Array(Self.export([Self.item(1), open, Self.item(3)]).utf8))
    #expect(articles.map(\.id) == ["1", "3"])
    #expect(errors.count == 1 && (20...30).contains(errors[0].line))
  }

  @Test func aCutOffFileGivesWhatStandsBefore() throws {
    let whole = Array(Self.export([Self.item(1), Self.item(2)]).utf8)
    let text = String(decoding: whole, as: UTF8.self)
    for cut in stride(from: 8, to: whole.count - 12, by: 7) {
      let (articles, errors) = try Self.read(Array(whole[..<cut]))
      #expect(errors.count == 1, "cut at \(cut)")
      // The comment in the head holds one tag that is none.
      #expect(
        articles.count == String(decoding: whole[..<cut], as: UTF8.self).components(separatedBy: "</item>").count - 1)
      for article in articles { #expect(string(article.content) == "<p>Text.</p>") }
    }
    let second = try #require(text.range(of: "Title 2"))
    let cut = text[..<second.upperBound].utf8.count
    let (articles, errors) = try Self.read(Array(whole[..<cut]) + Array("]]></title><body:encoded>".utf8))
    #expect(articles.map(\.id) == ["1"])
    #expect(errors.map(\.line) == [20])
    #expect(errors[0].problem == "the file ends inside the item that begins here (\"Title 2\")")
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel></channel></rss>", "it is in iso-8859-1"),
    (
      "<rss><channel><title>News</title><item></item></channel></rss>",
      "no export of WordPress: it has no wp:wxr_version"
    ),
    ("<?xml version=\"1.0\"?><feed></feed>", "it begins with <feed>"),
    ("<?xml version=\"1.0\"?><xliff></xliff>", "it begins with <xliff>"),
    (
      "<rss xmlns:wp=\"http://wordpress.org/export/2.0/\"><channel><wp:wxr_version>2.0</wp:wxr_version></channel></rss>",
      "this is WXR 2.0"
    ),
    ("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel></channel></rss>", "document type"),
  ])
  func isRefused(text: String, problem: String) throws {
    let (articles, errors) = try Self.read(Array(text.utf8))
    #expect(articles.isEmpty)
    #expect(errors.count == 1)
    #expect(errors.first?.problem.contains(problem) == true, "\(errors)")
  }

  @Test func aPageOfXHTMLIsAPage() throws {
    let page = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE html><html><body><p>Hi</p></body></html>"
    let articles = try Self.read(page)
    #expect(articles.count == 1 && articles[0].form == .page && string(articles[0].content) == page)
  }

  // MARK: WordPress's own

  /// Needs WordPress's theme unit test beside the checkout; skipped where that is absent. The hashes were computed over what
  /// another XML parser (expat) gives: title, content, excerpt and meta of all items, each with a NUL behind it.
  @Test(
    .enabled(if: TestFiles.shared("data/wxr/theme-unit-test/themeunittestdata.wordpress.xml") != nil),
    arguments: [
      ("themeunittestdata.wordpress.xml", 180, "969c6d65f7b65531af3124c47f3d3eff39cf2c9deedac8153aebbee67508af49"),
      ("theme-preview.xml", 7, "8e353f607ca3aba44a763a8400bf05d162de588e209f15689e0c7e235087c9f4"),
    ])
  func themeUnitTest(name: String, count: Int, hash: String) throws {
    let file = try #require(TestFiles.shared("data/wxr/theme-unit-test/" + name))
    let (articles, errors) = try Self.read(try TestFiles.bytes(file))
    #expect(errors.isEmpty && articles.count == count)
    // Menu items of that file share 18 ids; all other items have one of their own.
    let others = articles.filter { $0.type != "nav_menu_item" }
    #expect(Set(others.map(\.id)).count == others.count)
    var all: [UInt8] = []
    for article in articles {
      for part in [article.title, article.content, article.excerpt] { all += part + [0] }
      for field in article.meta { all += Array(field.key.utf8) + [0] + (field.text ?? []) + [0] }
    }
    #expect(SourceHash(of: all).description == hash)
  }
}
