// What all commands share: how they end, and how they say things.
internal import ArgumentParser
internal import Configuration
internal import Foundation
internal import Interchange
internal import Pipeline

/// The frame around a command.
enum Command {
  /// How a command ends.
  enum Outcome: Int32 {
    case done = 0
    case findings = 1
    case impossible = 2
  }

  /// Runs `body` and ends the program as it says; whatever it throws is printed in one line and ends in 2.
  static func run(_ body: () throws -> Outcome) throws {
    let outcome: Outcome
    do {
      outcome = try body()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      Terminal.report(Failure(error, file: ""))
      throw ExitCode(Outcome.impossible.rawValue)
    }
    if Terminal.hasLostOutput {
      Terminal.report(
        Failure(problem: "standard output can't be written to its end", remedy: "see that there is room for it"))
      throw ExitCode(Outcome.impossible.rawValue)
    }
    if outcome != .done { throw ExitCode(outcome.rawValue) }
  }

  /// The version of XLIFF that a user names.
  static func version(_ name: String) throws -> XLIFF.Version {
    guard let version = XLIFF.Version(rawValue: name) else {
      throw ValidationError(
        "There is no XLIFF \(name) here. Name \(XLIFF.Version.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return version
  }

  /// Lays the rules of the files at `paths` over those of `project`.
  /// - Throws: `Failure` where one can't be read or is not understood, so that nothing is done by half of the rules.
  static func add(_ paths: [String], to project: inout Project) throws {
    project.extraRules += paths
    _ = try project.textRules()
  }

  /// - Throws: `Failure` where `paths` held no XLIFF file at all.
  static func refuseNothing(found: Int, in paths: [String]) throws {
    guard found == 0 else { return }
    throw Failure(
      file: paths.joined(separator: ", "), problem: "there are no XLIFF files in it",
      remedy: "name files, or a folder with files that end in .xlf or .xliff")
  }

  /// Names translations that belong to none of the articles.
  static func noteUnmatched(_ unmatched: [(path: String, article: String)]) {
    for (path, article) in unmatched {
      Terminal.note("note: \(path) translates post \(article), which is not among the articles: left out")
    }
  }

  /// Says how many articles of a source hold nothing to translate, and what they are.
  static func notePassedOver(_ reasons: [String: Int]) {
    guard !reasons.isEmpty else { return }
    let list = reasons.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    Terminal.note("passed over: \(list)")
  }

  /// `1 article`, `2 articles`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Says each remark once, with the articles it is about.
  static func noteRemarks(_ remarks: [(article: String, remarks: [String])]) {
    var tally = RemarkTally()
    for (article, remarks) in remarks { tally.add(remarks, of: article) }
    tally.note()
  }
}

/// Remarks, each with the first few articles that it is about and how many there are.
struct RemarkTally {
  private var articles: [String: (first: [String], count: Int)] = [:]
  private var order: [String] = []

  /// Adds the remarks on an article.
  mutating func add(_ remarks: [String], of article: String) {
    for remark in remarks {
      if articles[remark] == nil { order.append(remark) }
      if articles[remark, default: ([], 0)].count < 5 { articles[remark, default: ([], 0)].first.append(article) }
      articles[remark, default: ([], 0)].count += 1
    }
  }

  /// Says each once.
  func note() {
    for remark in order {
      guard let (first, count) = articles[remark] else { continue }
      let list = first.joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
      Terminal.note("note: post \(list): \(remark)")
    }
  }
}

/// `--format` of commands that report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
