// merge: which file goes with which article, what is refused, and what stays as it was.
import Foundation
import TestSupport
import Testing

@Suite struct MergeTests {
  /// The content of the post in the file at `path`, as bytes.
  private static func content(_ path: String) throws -> [UInt8] {
    let object = try jsonObject(at: path)
    let text = member(object, "content", "raw") ?? member(object, "content", "rendered") ?? object["content"]
    return Array(try #require(text as? String).utf8)
  }

  @Test(arguments: ["1.2", "2.0", "2.1", "2.2"])
  func untouchedFilesGiveTheArticlesBack(_ version: String) throws {
    let folder = try TemporaryFolder()
    var sources = ["1201": Examples.boxcarScars, "1202": Examples.sunProtection, "1204": Examples.openingHours]
    sources["1203"] = Examples.articles + "/first-visit.json"
    if let real = Examples.realArticle { sources["24931"] = real.path }
    _ = try Program.run(
      ["extract", "--to", "nl", "--xliff", version, "-o", folder.path("out")] + sources.values.sorted())
    let outcome = try Program.run(
      ["merge"] + sources.values.sorted() + ["--xliff", folder.path("out"), "-o", folder.path("posts")])
    // Of two of them only the rendered HTML is given, and they have blocks: that is said, and theirs is there to read.
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.failures.allSatisfy { $0.contains("only its rendered HTML is given") }, "\(outcome.errors)")
    for (post, source) in sources {
      let merged = folder.path("posts/nl/\(post).json")
      #expect(try Self.content(merged) == Self.content(source), "post \(post)")
      let units = try #require(member(try jsonObject(at: merged), "overzet", "units") as? [String: Int])
      #expect(units.filter { $0.value > 0 }.map(\.key) == ["unchanged"])
    }
  }

  @Test func foldersAreMatchedToTheirArticles() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "merge", Examples.articles, "--xliff", Examples.returned, "--html", "-o", folder.path("posts"),
    ])
    #expect(outcome.status == 1)
    #expect(outcome.failures.map { $0.contains("boxcar-scars.json:1: post 1201 has blocks") } == [true])
    let files = ["1201", "1202", "1203"].flatMap { ["posts/nl/\($0).html", "posts/nl/\($0).json"] }
    #expect(try folder.files() == files)
    #expect(Set(outcome.lines) == Set(files.map { folder.path($0) }))
    #expect(outcome.errors.contains("1 article without a translation left out"))
    let refused = outcome.errors.split(separator: "\n").filter { $0.contains(" refused: ") }
    #expect(refused.count == 1)
    #expect(refused.first?.contains("1203-first-visit.nl.xlf:") == true)
    #expect(refused.first?.contains("unit content-") == true && refused.first?.contains("[a] is missing") == true)
  }

  @Test func aPostIsADraftWithTheContractsMembers() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run([
      "merge", Examples.boxcarScars, "--xliff", Examples.returnedBoxcarScars, "-o", folder.path("posts"),
    ])
    let post = try jsonObject(at: folder.path("posts/nl/1201.json"))
    let wanted = ["title", "content", "excerpt", "slug", "status", "lang", "meta", "categories", "tags", "overzet"]
    #expect(Set(wanted).isSubset(of: post.keys))
    #expect(post["status"] as? String == "draft" && post["lang"] as? String == "nl")
    let address = "https://www.lindenhofkliniek.example/nl/huidadvies/boxcarlittekens-oorzaken-moderne-behandelingen/"
    #expect(member(post, "overzet", "canonical") as? String == address)
    #expect(member(post, "meta", "rank_math_canonical_url") as? String == address)
    #expect(post["slug"] as? String == "boxcarlittekens-oorzaken-moderne-behandelingen")
    let excerpt = try #require(post["excerpt"] as? String)
    #expect(excerpt.hasSuffix("[&hellip;]") && !excerpt.contains(" the "))
  }

  @Test func aPseudoTranslationLeavesNoTextAndChangesNoTag() throws {
    let folder = try TemporaryFolder()
    var sources = [("1202", Examples.sunProtection), ("1201", Examples.boxcarScars)]
    if let real = Examples.realArticle { sources.append(("24931", real.path)) }
    for (post, source) in sources {
      _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out")])
      _ = try Program.run(["pseudo", folder.path("out/nl/\(post).xlf"), "-o", folder.path("pseudo")])
      let outcome = try Program.run([
        "merge", source, "--xliff", folder.path("pseudo/\(post).xlf"), "--require-complete", "-o", folder.path("posts"),
      ])
      #expect(outcome.status == (post == "1202" ? 0 : 1), "\(outcome.errors)")
      let before = String(decoding: try Self.content(source), as: UTF8.self)
      let after = String(decoding: try Self.content(folder.path("posts/nl/\(post).json")), as: UTF8.self)
      // Attributes that people read are text, so tags are compared by name.
      let tag = /<(\/?[a-zA-Z][a-zA-Z0-9]*)/
      #expect(after.matches(of: tag).map(\.1) == before.matches(of: tag).map(\.1))
      let text = after.replacing(/<[^>]*>|https?:\/\/\S+|&[a-z]+;/, with: " ")
      #expect(text.firstMatch(of: /\b(?:the|and|your|with|for)\b/) == nil)
    }
  }

  @Test func anIncompleteTranslationIsWrittenUnlessThatIsRefused() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(Examples.post("7", content: "<p>One. Two.</p>"), to: "a.json")
    _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out")])
    let whole = try folder.text("out/nl/7.xlf")
    let half = whole.replacingOccurrences(
      of: "<source>One.</source>", with: "<source>One.</source><target>Een.</target>")
    #expect(half != whole)
    let file = try folder.write(half, to: "half.xlf")
    let arguments = ["merge", source, "--xliff", file, "-o", folder.path("posts")]
    let refused = try Program.run(arguments + ["--require-complete"])
    RefusalTests.expectRefusal(refused, at: file + ":3", saying: "1 of 2 segments are not translated")
    #expect(!(try folder.files().contains { $0.hasPrefix("posts/") }))
    let written = try Program.run(arguments)
    #expect(written.status == 0)
    #expect(written.errors.contains("1 applied; 1 of 2 segments translated"))
    #expect(try jsonObject(at: folder.path("posts/nl/7.json"))["content"] as? String == "<p>Een. Two.</p>")
  }

  @Test func editedAndForeignUnitsAreNamed() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(Examples.post("7", content: "<p>One.</p><p>Two.</p>"), to: "a.json")
    _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out")])
    _ = try Program.run(["pseudo", folder.path("out/nl/7.xlf")])
    try folder.write(Examples.post("7", content: "<p>One.</p><p>Two, edited.</p>"), to: "a.json")
    let outcome = try Program.run([
      "merge", source, "--xliff", folder.path("out/nl/7.pseudo.xlf"), "-o", folder.path("posts"),
    ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("1 applied, 1 stale; 1 of 2 segments translated"))
    #expect(outcome.errors.contains(" stale: the source of this unit was edited"))
    #expect(
      try jsonObject(at: folder.path("posts/nl/7.json"))["content"] as? String == "<p>⟦Öñé.⟧</p><p>Two, edited.</p>")

    // Of a file that names this post and holds nothing of it, nothing is written.
    let foreign = try folder.write(Examples.xliff([("a", "b"), ("c", "d")]), to: "foreign.xlf")
    let refused = try Program.run(["merge", source, "--xliff", foreign, "-o", folder.path("none")])
    RefusalTests.expectRefusal(refused, at: foreign + ":3", saying: "none of its 2 units is of post 7")
    #expect(!(try folder.files().contains { $0.hasPrefix("none/") }))
  }

  // MARK: Names that want to get out

  @Test(arguments: ["../../evil", "/etc/evil", "7/../../evil", ".."])
  func aPostIdOfTheMetadataNamesNoFile(_ id: String) throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(Examples.post("7"), to: "a.json")
    _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out")])
    let file = try folder.write(
      try folder.text("out/nl/7.xlf").replacingOccurrences(of: "\"post-id\">7<", with: "\"post-id\">\(id)<"),
      to: "b.xlf")
    let outcome = try Program.run(["merge", source, "--xliff", file, "-o", folder.path("posts")])
    RefusalTests.expectRefusal(outcome, at: file + ":3", saying: "post \(id), which is not among the articles")
    #expect(try folder.files() == ["a.json", "b.xlf", "out/nl/7.xlf"])
  }

  @Test(arguments: ["../../evil", "..", "nl/../../evil", "/evil"])
  func aTargetLanguageNamesNoFolder(_ language: String) throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(Examples.post("7"), to: "a.json")
    _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out")])
    _ = try Program.run(["pseudo", folder.path("out/nl/7.xlf"), "-o", folder.path("pseudo")])
    let file = try folder.write(
      try folder.text("pseudo/7.xlf").replacingOccurrences(of: "trgLang=\"nl\"", with: "trgLang=\"\(language)\""),
      to: "b.xlf")
    let outcome = try Program.run(["merge", source, "--xliff", file, "-o", folder.path("posts")])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.failures.count == 1 && outcome.failures[0].contains("is not a language tag"))
    #expect(try folder.files() == ["a.json", "b.xlf", "out/nl/7.xlf", "pseudo/7.xlf"])
  }

  /// A page comes back as a page, in its own language and with no address of the source's.
  @Test func aPageSpeaksItsLanguageAndIsCanonicalToItself() throws {
    let folder = try TemporaryFolder()
    let page = """
      <!DOCTYPE html><html lang="en-GB"><head><title>Hello you</title>
      <link rel="canonical" href="https://www.example.org/en/hello-you/"></head><body><p>Text.</p></body></html>
      """
    let source = try folder.write(page, to: "hello.html")
    _ = try Program.run(["extract", source, "--to", "nl", "-o", folder.path("out")])
    _ = try Program.run(["merge", source, "--xliff", folder.path("out/nl/hello.xlf"), "-o", folder.path("same")])
    #expect(try folder.text("same/nl/hello.html") == page)
    let file = try folder.write(
      try folder.text("out/nl/hello.xlf").replacingOccurrences(
        of: "<source>Hello you</source>", with: "<source>Hello you</source><target>Dag u</target>"), to: "t.xlf")
    _ = try Program.run(["merge", source, "--xliff", file, "-o", folder.path("nl")])
    let merged = try folder.text("nl/nl/hello.html")
    #expect(merged.contains("<html lang=\"nl\">") && merged.contains("<title>Dag u</title>"))
    #expect(merged.contains("href=\"https://www.example.org/nl/") && !merged.contains("/en/hello-you"))
  }
}
