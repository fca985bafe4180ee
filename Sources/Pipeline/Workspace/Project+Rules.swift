// The rules of what holds text: our defaults, and what the project and its plug-ins add.
internal import Configuration
internal import Foundation
package import WordPressFilter
internal import XMLStream

extension Project {
  /// The folder of the default rules: the project's own `rules/`, else that of `OVERZET_HOME`, else the one beside the
  /// locales, else the nearest one above the program itself.
  package var rulesFolder: String? {
    let home = ProcessInfo.processInfo.environment["OVERZET_HOME"]
    let beside = localesFolder.lastIndex(of: "/").map { String(localesFolder[..<$0]) }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let folders = [root, home, beside].compactMap(\.self) + Self.ancestors(of: program)
    return folders.map { $0 + "/rules" }.first { InputFiles.exists($0 + "/core.xml") }
  }

  /// The files of the default rules, in the order in which they are laid over each other.
  package var defaultRules: [String] {
    get throws(Failure) {
      try rulesFolder.map { folder throws(Failure) in try InputFiles.expand([folder], endings: [".xml"]) } ?? []
    }
  }

  /// The files of rules beyond the defaults, in the order in which they are laid over these.
  var ownRules: [String] { configuration.rules.map(path) + extraRules }

  /// The rules of this project: the defaults, and over them the files that its configuration and the command name.
  /// - Throws: `Failure` where the defaults are nowhere, or a file can't be read or is not understood.
  package func textRules() throws(Failure) -> TextRules {
    let defaults = try defaultRules
    guard !defaults.isEmpty else {
      throw Failure(
        problem: "the rules of what holds text are nowhere: there is no rules/core.xml",
        remedy: "set OVERZET_HOME to the folder that holds locales/ and rules/")
    }
    var rules = TextRules()
    for (index, file) in (defaults + ownRules).enumerated() {
      let bytes = try InputFiles.read(file)
      do {
        try rules.add(bytes, file: file, isDefault: index < defaults.count)
      } catch {
        throw Failure(error, file: file)
      }
    }
    return rules.completed()
  }
}
