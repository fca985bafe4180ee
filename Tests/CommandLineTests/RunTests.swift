// run: the batch job, which does nothing twice and lets only one of itself work in a folder.
import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
  /// A project of its own with the example clinic in it.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["overzet.yml", "Examples"] {
      try FileManager.default.copyItem(
        at: TestFiles.repository.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    try folder.write(Examples.smallGlossary, to: "glossary/medical.tbx")
    return folder
  }

  /// The contents of all files below `work/`, and when they were written; of the ledger only the contents.
  private func snapshot(_ folder: TemporaryFolder) throws -> [String: String] {
    var snapshot: [String: String] = [:]
    for name in try folder.files() where name.hasPrefix("work/") {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      let date = name.hasSuffix("ledger.json") ? nil : attributes[.modificationDate] as? Date
      snapshot[name] = "\(date?.timeIntervalSince1970 ?? 0) \(try folder.text(name))"
    }
    return snapshot
  }

  @Test func theSecondRunDoesNothingAndSaysSo() throws {
    let folder = try project()
    let first = try Program.run(["run"], in: folder.url)
    #expect(first.status == 1)
    #expect(first.failures.map { $0.contains("boxcar-scars.json:1: post 1201 has blocks") } == [true])
    #expect(first.text.contains("Extracted for translation:\n  work/outbox/nl/1201.xlf: "))
    #expect(first.text.contains("Reports: work/reports/run.json, work/reports/findings.json"))
    let made = try snapshot(folder)
    let posts = ["1201", "1202", "1203"].flatMap { ["work/posts/nl/\($0).html", "work/posts/nl/\($0).json"] }
    let files =
      (1201...1204).map { "work/outbox/nl/\($0).xlf" } + posts
      + ["work/.lock", "work/ledger.json", "work/reports/findings.json", "work/reports/run.json"]
    #expect(made.keys.sorted() == files.sorted())

    let second = try Program.run(["run"], in: folder.url)
    #expect(second.status == 0 && second.errors.isEmpty)
    #expect(second.lines == ["Nothing to do: no article, translation or glossary has changed since the last run."])
    #expect(try snapshot(folder) == made)
    let json = try Program.run(["run", "--format", "json"], in: folder.url).json()
    #expect(json["version"] as? Int == 1 && json["unchanged"] as? Int == 4)
  }

  @Test func onlyWhatIsNewIsDone() throws {
    let folder = try project()
    _ = try Program.run(["run"], in: folder.url)
    let before = try snapshot(folder)

    // A new article, found from a folder below the project's.
    try folder.write(Examples.post("9"), to: "Examples/clinic/articles/new.json")
    let article = try Program.run(["run", "--format", "json"], in: folder.url.appendingPathComponent("Examples"))
    #expect(article.status == 0, "\(article.errors)")
    let report = try article.json()
    #expect((report["extracted"] as? [[String: Any]])?.compactMap { $0["post"] as? String } == ["9"])
    #expect((report["merged"] as? [Any])?.isEmpty == true)

    // Its translation.
    _ = try Program.run(["pseudo", "work/outbox/nl/9.xlf", "-o", "work/inbox"], in: folder.url)
    let translation = try Program.run(["run"], in: folder.url)
    #expect(translation.status == 0, "\(translation.errors)")
    #expect(translation.text.contains("units:      1 applied; 1 of 1 segments translated"))
    let after = try snapshot(folder)
    #expect(after["work/posts/nl/9.json"] != nil)
    for (name, content) in before where !name.hasPrefix("work/reports/") && !name.hasSuffix("ledger.json") {
      #expect(after[name] == content, "\(name) was left alone")
    }

    // What has been deleted is made again, the same.
    try FileManager.default.removeItem(atPath: folder.path("work/posts/nl/9.json"))
    try FileManager.default.removeItem(atPath: folder.path("work/outbox/nl/9.xlf"))
    #expect(try Program.run(["run"], in: folder.url).status == 0)
    let again = try snapshot(folder)
    for name in ["work/posts/nl/9.json", "work/outbox/nl/9.xlf"] {
      #expect(
        again[name]?.split(separator: " ", maxSplits: 1).last == after[name]?.split(separator: " ", maxSplits: 1).last)
    }
  }

  @Test func aLedgerThatIsLostOrDamagedStopsNobodyForLong() throws {
    let folder = try project()
    _ = try Program.run(["run"], in: folder.url)
    let posts = try folder.text("work/posts/nl/1202.json")
    try folder.write("{]", to: "work/ledger.json")
    let damaged = try Program.run(["run"], in: folder.url)
    RefusalTests.expectRefusal(damaged, at: folder.path("work/ledger.json"), saying: "no ledger")
    try FileManager.default.removeItem(atPath: folder.path("work/ledger.json"))
    #expect(try Program.run(["run"], in: folder.url).status == 1)
    #expect(try folder.text("work/posts/nl/1202.json") == posts)
  }

  @Test func aBadArticleDoesNotHoldUpTheOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write("targets: [nl]\narticles: [articles]\n", to: "overzet.yml")
    try folder.write(Examples.post("1"), to: "articles/a.json")
    try folder.write("{\"id\": 2", to: "articles/b.json")
    for _ in 1...2 {
      let outcome = try Program.run(["run"], in: folder.url)
      #expect(outcome.status == 2)
      #expect(outcome.failures.contains { $0.hasPrefix(folder.path("articles/b.json") + ":1: ") })
      #expect(try folder.files().contains("work/outbox/nl/1.xlf"))
    }
  }

  @Test func onlyOneJobWorksInAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("targets: [nl]\narticles: [articles]\n", to: "overzet.yml")
    try folder.write(Examples.post("1"), to: "articles/a.json")
    let lock = try folder.write("", to: "work/.lock")
    let descriptor = open(lock, O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    RefusalTests.expectRefusal(
      try Program.run(["run"], in: folder.url), at: lock, saying: "another job is at work here")
    #expect(!(try folder.files().contains("work/outbox/nl/1.xlf")))
    close(descriptor)
    #expect(try Program.run(["run"], in: folder.url).status == 0)
  }

  // MARK: What belongs to nothing

  @Test func aTranslationOfNoArticleIsNamedInEachRun() throws {
    let folder = try project()
    let stray = try folder.text("Examples/clinic/returned/1201-boxcar-scars.nl.xlf")
      .replacingOccurrences(of: "1201", with: "999")
    try folder.write(stray, to: "work/inbox/stray.xlf")
    let first = try Program.run(["run"], in: folder.url)
    #expect(first.status == 1)
    #expect(first.errors.contains("work/inbox/stray.xlf translates post 999, which is not among the articles"))
    #expect(try folder.text("work/reports/run.json").contains("stray.xlf"))
    let second = try Program.run(["run"], in: folder.url)
    #expect(second.status == 0)
    #expect(second.errors.contains("stray.xlf translates post 999"))
  }

  @Test func aChangeOfWhatIsCopiedIsSeenToo() throws {
    let folder = try project()
    _ = try Program.run(["run"], in: folder.url)
    let path = "Examples/clinic/articles/boxcar-scars.json"
    let article = try folder.text(path)
    let changed = article.replacing(/"featured_media":\s*\d+/, with: "\"featured_media\":4711")
    #expect(changed != article)
    try folder.write(changed, to: path)
    let run = try Program.run(["run"], in: folder.url)
    #expect(!run.text.contains("Nothing to do"))
    #expect(try jsonObject(at: folder.path("work/posts/nl/1201.json"))["featured_media"] as? Int == 4711)
  }
}
