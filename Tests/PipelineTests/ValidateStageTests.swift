import Foundation
import Interchange
import Pipeline
import Testing

@Suite struct ValidateStageTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overzet-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  private func write(_ name: String, _ body: String) throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en">
      <file id="f"><unit id="u"><segment><source>\(body)</source></segment></unit></file></xliff>
      """
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// Many files side by side come out in the order of their names.
  @Test func resultsAreInTheOrderOfTheFiles() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 10..<40 {
      try write("\(number).xlf", number % 2 == 0 ? "<ph/>" : "a")
    }
    try Data("<xliff".utf8).write(to: folder.appendingPathComponent("99.xlf"))
    let report = try ValidateStage().run([folder.path])
    #expect(report.files == 30)
    #expect(report.errors == 15 && report.warnings == 0)
    #expect(report.messages.map(\.file) == report.messages.map(\.file).sorted())
    #expect(report.failures.map(\.file) == [folder.path + "/99.xlf"])
  }

  @Test func sarifNamesRulesPlacesAndFailures() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("a b.xlf", "<ph/>\n<cp hex=\"41\"/>")
    try Data("<xliff".utf8).write(to: folder.appendingPathComponent("c.xlf"))
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(ValidateStage().run([folder.path]).sarif)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let tool = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(tool["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["attribute.missing", "cp.hex"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["attribute.missing", "cp.hex"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1])
    let places = results.compactMap {
      ($0["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    }
    #expect(places.compactMap { ($0["region"] as? [String: Any])?["startLine"] as? Int } == [2, 3])
    let uri = (places.first?["artifactLocation"] as? [String: Any])?["uri"] as? String
    #expect(uri == "file://\(folder.path)/a%20b.xlf")
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
  }

  @Test func strictnessIsHandedOn() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" datatype="html"
      source-language="en"><body><trans-unit id="u"><source ts="a"/></trans-unit></body></file></xliff>
      """
    try Data(text.utf8).write(to: folder.appendingPathComponent("a.xlf"))
    #expect(try ValidateStage().run([folder.path]).errors == 0)
    #expect(try ValidateStage(isStrict: true).run([folder.path]).errors == 1)
  }
}
