// check: its report as text and as JSON, and how its exit code follows --fail-on.
import Foundation
import TestSupport
import Testing

@Suite struct CheckReportTests {
  /// The examples of Documentation/checks.md, and what is said of each.
  static let segments: [(source: String, target: String?)] = [
    ("😀 A chemical peel removes the top layer.", "😀 Een chemisch middel verwijdert de bovenste laag."),
    ("Choose a sunscreen that you like.", "Kies een sunscreen die u prettig vindt."),
    ("Boxcar Littekens are deep.", nil),
    ("Come back within 30 days.", "Kom binnen 20 dagen terug."),
    ("You must read this before your visit to the clinic.", "You must read this before your visit to the clinic."),
    ("A needle of 2.5 mm is used.", "Wij gebruiken een naald van 2.5 mm."),
    ("It takes 3 weeks and costs 1,000 euros at 2 pm.", "Het duurt drie weken en kost 1.000 euro om 14.00 uur."),
  ]

  private func check(
    _ folder: TemporaryFolder, _ segments: [(source: String, target: String?)], _ options: [String] = []
  ) throws -> Program.Outcome {
    try folder.write(Examples.xliff(segments), to: "a.xlf")
    try folder.write(Examples.smallGlossary, to: "small.tbx")
    return try Program.run(["check", "a.xlf", "--glossary", "small.tbx"] + options, in: folder.url)
  }

  @Test func jsonHasTheContractsKeys() throws {
    let folder = try TemporaryFolder()
    let outcome = try check(folder, Self.segments, ["--format", "json"])
    #expect(outcome.status == 1)
    let report = try outcome.json()
    #expect(report["version"] as? Int == 1)
    let findings = try #require(report["findings"] as? [[String: Any]])
    let keys = [
      "id", "check", "severity", "file", "unit", "segment", "locale", "side", "start", "end", "text", "concept",
      "message", "suggestions",
    ]
    for finding in findings { #expect(Set(keys).isSubset(of: finding.keys)) }
    let found = findings.map { finding in
      let concept = finding["concept"] as? String
      let suggestions = (finding["suggestions"] as? [String])?.joined(separator: ",") ?? ""
      return
        "\(finding["unit"] ?? "") \(finding["severity"] ?? "") \(finding["check"] ?? "") \(concept ?? "-") \(suggestions)"
    }
    #expect(
      found == [
        "u1 warning terminology.missing c-chemical-peel chemische peeling",
        "u2 error terminology.deprecated c-sunscreen zonnebrandcrème",
        "u3 warning terminology.foreign c-scar scar", "u4 error numbers - 30",
        "u5 warning untranslated - ", "u6 warning numbers - 2,5",
      ])
    #expect(Set(findings.compactMap { $0["id"] as? String }).count == findings.count)
    try expectTexts(of: findings)
    let summary = try #require(report["summary"] as? [String: Any])
    for (key, value) in [
      "files": 1, "segments": 7, "translated": 6, "findings": 6, "errors": 2, "warnings": 4, "notes": 0,
    ] {
      #expect(summary[key] as? Int == value, "\(key)")
    }
  }

  /// That `start` and `end` count code points of the side's text, and `text` stands there.
  private func expectTexts(of findings: [[String: Any]]) throws {
    for finding in findings {
      let unit = try #require((finding["unit"] as? String).flatMap { Int($0.dropFirst()) })
      let isSource = finding["side"] as? String == "source"
      let side = try #require(isSource ? Self.segments[unit - 1].source : Self.segments[unit - 1].target)
      let scalars = Array(side.unicodeScalars)
      let (start, end) = (try #require(finding["start"] as? Int), try #require(finding["end"] as? Int))
      try #require(0 <= start && start <= end && end <= scalars.count)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<end])
      #expect(String(text) == finding["text"] as? String)
    }
  }

  @Test func textIsALineEach() throws {
    let folder = try TemporaryFolder()
    let outcome = try check(folder, [Self.segments[1]])
    #expect(
      outcome.lines == [
        "a.xlf:4: error: terminology.deprecated (c-sunscreen): \"sunscreen\" is deprecated in Dutch: write "
          + "\"zonnebrandcrème\" [u1 1 target 9–18]"
      ])
    #expect(outcome.errors == "1 file, 1 segments, 1 translated: 1 error\n")
  }

  @Test func idsAreTheSameInEveryRunAndPlace() throws {
    let folder = try TemporaryFolder()
    let ids = { (outcome: Program.Outcome) in
      try #require(try outcome.json()["findings"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    }
    let first = try ids(try check(folder, Self.segments, ["--format", "json"]))
    try folder.write(Examples.xliff(Self.segments), to: "moved/b.xlf")
    let moved = try Program.run(
      ["check", "--format", "json", folder.path("moved"), "--glossary", "small.tbx"], in: folder.url)
    #expect(try ids(moved) == first)
    #expect(first.count == 6)
  }

  @Test func theExitCodeFollowsFailOn() throws {
    let folder = try TemporaryFolder()
    let cases: [([(source: String, target: String?)], [Int32])] = [
      ([Self.segments[1]], [1, 1, 0]), ([Self.segments[2]], [0, 1, 0]), ([Self.segments[6]], [0, 0, 0]),
    ]
    for (segments, statuses) in cases {
      for (threshold, status) in zip(["error", "warning", "never"], statuses) {
        #expect(try check(folder, segments, ["--fail-on", threshold]).status == status, "\(threshold)")
      }
    }
  }

  @Test func aFileThatCannotBeReadGoesBeforeFindings() throws {
    let folder = try TemporaryFolder()
    try folder.write("<xliff", to: "bad.xlf")
    let outcome = try check(folder, Self.segments, ["bad.xlf", "--format", "json", "--fail-on", "never"])
    #expect(outcome.status == 2)
    #expect(outcome.failures.count == 1)
    let report = try outcome.json()
    #expect((report["findings"] as? [Any])?.count == 6)
    #expect(member(report, "summary", "failures") as? Int == 1)
  }

  @Test func jsonOfNothingFoundIsStillJSON() throws {
    let folder = try TemporaryFolder()
    let outcome = try check(folder, [Self.segments[6]], ["--format", "json"])
    #expect(outcome.status == 0)
    #expect((try outcome.json()["findings"] as? [Any])?.isEmpty == true)
  }

  @Test func aMissingFileLeavesNoHalfAReport() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("missing.xlf")
    RefusalTests.expectRefusal(
      try Program.run(["validate", "--format", "json", missing]), at: missing, saying: "no such file")
    let check = try Program.run(["check", "--format", "json", missing, "--glossary", Examples.glossary])
    #expect(check.status == 2 && check.failures.count == 1)
    #expect(check.output.isEmpty)
  }

  /// Many tools write an empty target where nobody has translated: nothing is lost there, and nothing is translated.
  @Test func anEmptyTargetIsNoTranslation() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Examples.xliff([("A <pc id=\"1\">word</pc> 30 here.", "")]).replacingOccurrences(
        of: " state=\"translated\"", with: ""),
      to: "a.xlf")
    let outcome = try Program.run(["check", file, "--glossary", Examples.glossary])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("1 segments, 0 translated: nothing found"))
  }
}
