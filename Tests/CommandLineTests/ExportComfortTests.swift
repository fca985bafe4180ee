// What translators are given besides the text: terms, targets to begin with, one file for all.
import Foundation
import TestSupport
import Testing

@Suite struct ExportComfortTests {
  private let folder: TemporaryFolder
  private let glossary: String

  init() throws {
    folder = try TemporaryFolder()
    glossary = try folder.write(Examples.smallGlossary, to: "small.tbx")
  }

  private func extract(_ options: [String], input: String? = nil, in place: URL? = nil) throws -> Program.Outcome {
    let sources = input == nil ? [Examples.articles] : ["-"]
    return try Program.run(
      ["extract", "--to", "nl"] + options + sources, input: input.map { Array($0.utf8) }, in: place)
  }

  // MARK: Terms

  private static let post = Examples.post(content: "<p>A chemical <b>peel</b> for a scar, a Scar.</p>")

  @Test func termsAreMarkedWhereAGlossaryIsNamed() throws {
    #expect(try extract(["-o", folder.path("a"), "--glossary", glossary], input: Self.post).status == 0)
    let text = try folder.text("a/nl/7.xlf")
    #expect(text.contains(#"A <mrk id="m1" type="term">chemical <pc id="1""#))
    #expect(text.contains(##"<gls:glossEntry id="c-scar" ref="#m2"><gls:term source="small.tbx">scar</gls:term>"##))
    #expect(text.contains("<gls:translation>litteken</gls:translation>"))
    // Each concept once, each occurrence marked.
    #expect(text.components(separatedBy: "<gls:glossEntry").count == 3)
    #expect(text.components(separatedBy: "<mrk ").count == 4)
    #expect(try extract(["-o", folder.path("b")], input: Self.post).status == 0)
    #expect(try !folder.text("b/nl/7.xlf").contains("<mrk "))
  }

  @Test func termsOfTheProjectAreMarkedUnlessNobodyWantsThem() throws {
    let settings = "source: en\ntargets: [nl]\nglossaries: [small.tbx]\n"
    try folder.write(settings, to: "overzet.yml")
    #expect(try extract(["-o", folder.path("a")], input: Self.post, in: folder.url).status == 0)
    #expect(try folder.text("a/nl/7.xlf").contains("<mrk "))
    #expect(try extract(["-o", folder.path("b"), "--no-terms"], input: Self.post, in: folder.url).status == 0)
    try folder.write(settings + "terms: false\nprefill: true\n", to: "overzet.yml")
    #expect(try extract(["-o", folder.path("c")], input: Self.post, in: folder.url).status == 0)
    for file in ["b/nl/7.xlf", "c/nl/7.xlf"] {
      #expect(try !folder.text(file).contains("<mrk "))
      #expect(try !folder.text(file).contains("gls:glossEntry"))
    }
    #expect(try folder.text("c/nl/7.xlf").contains(#"<segment id="s1" state="initial">"#))
    try folder.write(settings + "terms: some\n", to: "overzet.yml")
    let wrong = try extract(["-o", folder.path("d")], input: Self.post, in: folder.url)
    #expect(wrong.status == 2)
    #expect(wrong.failures.first?.contains("overzet.yml:4: `terms` is not true or false") == true)
  }

  /// Terms in the file, a translation of everything, and back: as without terms, byte for byte.
  @Test(arguments: ["1.2", "2.0", "2.1", "2.2"])
  func termsDoNotDisturbTheWayBack(version: String) throws {
    for (name, options) in [("with", ["--glossary", Examples.glossary]), ("without", ["--no-terms"])] {
      #expect(try extract(["--xliff", version, "-o", folder.path(name), "-q"] + options).status == 0)
      let pseudo = try Program.run(["pseudo", folder.path(name), "-o", folder.path(name + "/pseudo"), "-q"])
      #expect(pseudo.status == 0, "\(pseudo.errors)")
      let merged = try Program.run(
        [
          "merge", Examples.articles, "--xliff", folder.path(name + "/pseudo"), "-o", folder.path(name + "/posts"),
          "--force",
        ])
      #expect(merged.status == 0, "\(merged.errors)")
    }
    let posts = try folder.files().filter { $0.hasPrefix("with/posts/") }
    #expect(posts.count == 4)
    for post in posts {
      #expect(try folder.text(post) == folder.text(post.replacing("with/", with: "without/", maxReplacements: 1)))
    }
  }

  // MARK: Prefilled targets

  @Test(arguments: ["1.2", "2.1"])
  func anUntouchedPrefilledFileIsUnchanged(version: String) throws {
    #expect(try extract(["--xliff", version, "--prefill", "-o", folder.path("out"), "-q"]).status == 0)
    let text = try folder.text("out/nl/1202.xlf")
    #expect(text.contains(version == "1.2" ? #"<target state="new">"# : #"state="initial""#))
    let merged = try Program.run(
      ["merge", Examples.articles, "--xliff", folder.path("out"), "-o", folder.path("posts"), "--force"])
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.errors.contains("post 1202 nl: 53 unchanged; 0 of 69 segments translated"), "\(merged.errors)")
  }

  // MARK: Bundles

  private static func posts(_ count: Int) -> String {
    "[\((1...count).map { Examples.post(String($0), content: "<p>Text of \($0). More.</p>") }.joined(separator: ","))]"
  }

  @Test(arguments: ["1.2", "2.0", "2.1", "2.2"])
  func aBundleHoldsAllInOrder(version: String) throws {
    let path = folder.path("deep/er/all.xlf")
    let outcome = try extract(["--xliff", version, "--bundle", path, "--jobs", "3"], input: Self.posts(30))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines == [path])
    #expect(outcome.errors.contains("30 articles, 30 units, 60 segments, 120 words"))
    let text = try folder.text("deep/er/all.xlf")
    let names = text.matches(of: #/<file [^>]*original="post-([0-9]+)"/#).map { String($0.1) }
    #expect(names == (1...30).map(String.init))
    #expect(try Program.run(["validate", path]).status == 0)
    // What a bundle says of an article is what its own file says.
    #expect(try extract(["--xliff", version, "-o", folder.path("each"), "-q"], input: Self.posts(30)).status == 0)
    let own = try folder.text("each/nl/7.xlf")
    let start = try #require(own.range(of: "<file ")).lowerBound
    let end = try #require(own.range(of: "</file>")).upperBound
    #expect(text.contains(own[start..<end]))
  }

  @Test func aBundleComesBackAsItsArticles() throws {
    #expect(try extract(["--bundle", folder.path("all.xlf"), "-q"]).status == 0)
    #expect(try Program.run(["pseudo", folder.path("all.xlf"), "-o", folder.path("pseudo"), "-q"]).status == 0)
    let merged = try Program.run(
      [
        "merge", Examples.articles, "--xliff", folder.path("pseudo"), "-o", folder.path("posts"), "--force",
        "--require-complete",
      ])
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(try folder.files().count { $0.hasPrefix("posts/nl/") && $0.hasSuffix(".json") } == 4)
  }

  @Test func aBundleHasOneLanguage() throws {
    let input = [Examples.post("1"), Examples.post("2", members: #", "lang": "fr""#), Examples.post("3")]
      .joined(separator: "\n")
    let outcome = try extract(["--bundle", folder.path("all.xlf"), "--from", "en"], input: input)
    #expect(outcome.status == 0)
    let mixed = try extract(["--bundle", folder.path("mixed.xlf")], input: input)
    #expect(mixed.status == 2)
    #expect(mixed.failures.first?.contains("the article is in fr, the bundle in en") == true, "\(mixed.errors)")
    #expect(try folder.text("mixed.xlf").components(separatedBy: "<file ").count == 3)
  }

  @Test func aBundleReplacesNoSourceAndIsNeverHalf() throws {
    let source = try folder.write(Examples.post(), to: "post.json")
    let own = try Program.run(["extract", source, "--to", "nl", "--bundle", source])
    #expect(own.status == 2)
    #expect(try folder.text("post.json") == Examples.post())
    let empty = try Program.run(
      ["extract", "-", "--to", "nl", "--bundle", folder.path("none.xlf")], input: Array("[]".utf8))
    #expect(empty.status == 0)
    #expect(try folder.files() == ["post.json", "small.tbx"])
  }
}
