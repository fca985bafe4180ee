// SARIF 2.1.0 (OASIS): what editors, code hosts and build servers read to show findings at their lines. One writer for all
// commands that report.
internal import Foundation
internal import JSONTokens
internal import Publication

/// A run's results as a SARIF log.
package struct SARIFLog: Sendable {
  /// SARIF's words for how bad a result is (3.27.10).
  package enum Level: String, Sendable {
    case error, warning, note
  }

  /// One result.
  package struct Result: Sendable {
    /// The rule's or check's name, and where it is from; empty where that is not said.
    package var rule: String
    package var clause: String
    package var level: Level
    package var message: String
    package var file: String
    /// From 1; 0 where no line can be named.
    package var line: Int

    /// A result at a line of a file.
    package init(rule: String, clause: String = "", level: Level, message: String, file: String, line: Int) {
      self.rule = rule
      self.clause = clause
      self.level = level
      self.message = message
      self.file = file
      self.line = line
    }
  }

  private let results: [Result]
  private let failures: [Failure]

  /// A log of `results`; `failures` are files that could not be read, which SARIF keeps apart (3.20).
  package init(results: [Result], failures: [Failure] = []) {
    self.results = results
    self.failures = failures
  }

  /// The log as JSON.
  package var json: [UInt8] {
    var log = JSONObjectWriter()
    log.member("$schema", string: Self.utf8("https://json.schemastore.org/sarif-2.1.0.json"))
    log.member("version", string: Self.utf8("2.1.0"))
    log.member("runs", array: [run])
    return log.finish()
  }

  private var run: [UInt8] {
    // Rules in the order of their names, so that equal runs give equal logs.
    var clauses: [String: String] = [:]
    for result in results where clauses[result.rule] == nil { clauses[result.rule] = result.clause }
    let rules = clauses.sorted { $0.key < $1.key }
    var driver = JSONObjectWriter(depth: 4)
    driver.member("name", string: Self.utf8("Overzet"))
    driver.member(
      "rules",
      array: rules.map { name, clause in
        var rule = JSONObjectWriter(depth: 6)
        rule.member("id", string: Self.utf8(name))
        if !clause.isEmpty {
          rule.member("shortDescription", object: [("text", JSONString.encoded(Self.utf8(clause)))])
        }
        return rule.finishObject()
      })
    var run = JSONObjectWriter(depth: 2)
    run.member("tool", object: [("driver", driver.finishObject())])
    run.member("invocations", array: [invocation])
    run.member("columnKind", string: Self.utf8("unicodeCodePoints"))
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.key, $0.offset) })
    run.member(
      "results",
      array: results.map { result in
        var object = JSONObjectWriter(depth: 4)
        object.member("ruleId", string: Self.utf8(result.rule))
        object.member("ruleIndex", json: Self.utf8(String(numbers[result.rule] ?? 0)))
        object.member("level", string: Self.utf8(result.level.rawValue))
        object.member("message", object: [("text", JSONString.encoded(Self.utf8(result.message)))])
        object.member("locations", array: [Self.location(result.file, result.line)])
        return object.finishObject()
      })
    return run.finishObject()
  }

  private var invocation: [UInt8] {
    var object = JSONObjectWriter(depth: 4)
    object.member("executionSuccessful", json: Self.utf8(failures.isEmpty ? "true" : "false"))
    if !failures.isEmpty {
      object.member(
        "toolExecutionNotifications",
        array: failures.map { failure in
          var notification = JSONObjectWriter(depth: 6)
          notification.member("level", string: Self.utf8("error"))
          notification.member(
            "message",
            object: [("text", JSONString.encoded(Self.utf8("\(failure.problem): \(failure.remedy)")))])
          if !failure.file.isEmpty {
            notification.member("locations", array: [Self.location(failure.file, failure.line)])
          }
          return notification.finishObject()
        })
    }
    return object.finishObject()
  }

  private static func location(_ file: String, _ line: Int) -> [UInt8] {
    var artifact = JSONObjectWriter(depth: 8)
    artifact.member("uri", string: utf8(uri(of: file)))
    var place = JSONObjectWriter(depth: 7)
    place.member("artifactLocation", json: artifact.finishObject())
    if line > 0 { place.member("region", object: [("startLine", utf8(String(line)))]) }
    var location = JSONObjectWriter(depth: 6)
    location.member("physicalLocation", json: place.finishObject())
    return location.finishObject()
  }

  /// A path as a URI reference (3.4.3): relative paths stay relative.
  static func uri(of path: String) -> String {
    var allowed = CharacterSet.urlPathAllowed
    // A colon in the first segment would make a scheme of it (RFC 3986, 4.2).
    allowed.remove(charactersIn: ":")
    let encoded = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    return encoded.hasPrefix("/") ? "file://" + encoded : encoded
  }

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
}
