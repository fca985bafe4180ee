// The project that a command works in: its configuration, and where the languages' data lie.
package import Configuration
internal import Foundation

/// A folder with `overzet.yml`, or what holds where there is none.
package struct Project: Sendable {
  /// The folder that paths of the configuration are relative to, without a slash at its end.
  package var root: String
  package var configuration: ProjectConfiguration
  /// Whether there is an `overzet.yml`.
  package var isConfigured: Bool
  /// Files of rules that a command was given, laid over those of the configuration.
  package var extraRules: [String] = []
  /// The folder of the locales' profiles.
  package var localesFolder: String
  /// How many articles or files are worked on side by side; nil: as many as there are cores.
  package var jobs: Int?

  /// The project of the folder `start`: the nearest folder at or above it that holds `overzet.yml`.
  ///
  /// Locales come from the project, else from `OVERZET_HOME`, else from the nearest folder above the program itself that has
  /// `locales/`, so that the program can be called from anywhere.
  /// - Throws: `Failure` where `overzet.yml` can't be read or holds something wrong.
  package init(at start: String = FileManager.default.currentDirectoryPath) throws(Failure) {
    let found = Self.ancestors(of: start).first { InputFiles.exists($0 + "/overzet.yml") }
    root = found ?? start
    isConfigured = found != nil
    configuration = ProjectConfiguration()
    if let found {
      let file = found + "/overzet.yml"
      let text = String(decoding: try InputFiles.read(file), as: UTF8.self)
      do {
        configuration = try ProjectConfiguration(yaml: text, file: file)
      } catch {
        throw Failure(error, file: file)
      }
    }
    let own = root + "/" + configuration.locales
    let home = ProcessInfo.processInfo.environment["OVERZET_HOME"].map { $0 + "/locales" }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let candidates = [own, home].compactMap(\.self) + Self.ancestors(of: program).map { $0 + "/locales" }
    localesFolder = candidates.first { InputFiles.exists($0) } ?? own
  }

  /// `path` of the configuration as a path that can be opened.
  package func path(_ path: String) -> String {
    path.hasPrefix("/") ? path : root + "/" + path
  }

  /// Where the files lie that go out to translators, in a folder a locale.
  package var outbox: String { path(configuration.work) + "/outbox" }

  /// The profile of `tag`: that of `locales/<tag>`, else of its language alone, else what is assumed of an unknown one.
  /// - Throws: `Failure` where the tag is none or the profile holds something wrong.
  package func locale(_ tag: String) throws(Failure) -> LocaleProfile {
    guard LanguageTag.isWellFormed(tag) else {
      throw Failure(
        problem: "\"\(tag)\" is not a language tag", remedy: "write a BCP 47 tag such as nl, en or nl-BE")
    }
    let language = tag.split(separator: "-").first.map(String.init) ?? tag
    for name in [tag, language] {
      let file = "\(localesFolder)/\(name)/locale.yml"
      guard InputFiles.exists(file) else { continue }
      let text = String(decoding: try InputFiles.read(file), as: UTF8.self)
      do {
        return try LocaleProfile(yaml: text, tag: tag, file: file)
      } catch {
        throw Failure(error, file: file)
      }
    }
    return LocaleProfile(unknown: tag)
  }

  static func ancestors(of folder: String) -> [String] {
    var folders: [String] = []
    var path = folder
    while !path.isEmpty, path != "/" {
      folders.append(path)
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }
    return folders
  }
}

/// BCP 47 language tags, as far as their form goes (RFC 5646, 2.1).
package enum LanguageTag {
  /// Whether `tag` has the form of a language tag: it never holds a `/` or a dot, so it is safe as a folder's name.
  package static func isWellFormed(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...8).contains(language.count), tag.utf8.count <= 35 else { return false }
    let isAlphanumeric = { (character: Character) in character.isASCII && (character.isLetter || character.isNumber) }
    return language.allSatisfy { $0.isASCII && $0.isLetter }
      && parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }
  }

  /// `tag` as RFC 5646, 2.1.1, recommends to write it: `nl`, `zh-Hant`, `nl-BE`. All of what follows a singleton is lower case.
  package static func canonical(_ tag: String) -> String {
    var isPrivate = false
    let parts = tag.replacing("_", with: "-").split(separator: "-").enumerated().map { index, part in
      defer { if part.count == 1 { isPrivate = true } }
      if index == 0 || isPrivate { return part.lowercased() }
      switch part.count {
      case 2: return part.uppercased()
      case 4: return part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: return part.lowercased()
      }
    }
    return parts.joined(separator: "-")
  }

  /// Whether both name the same language, whatever their case and their separator: `nl_NL` and `nl-nl`.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased().replacing("_", with: "-") == right.lowercased().replacing("_", with: "-")
  }

  /// Whether both are the same language in the broad sense: `en` and `en-GB`.
  package static func isSameLanguage(_ left: String, _ right: String) -> Bool {
    let primary = { (tag: String) in tag.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? "" }
    return primary(left) == primary(right)
  }
}
