// The documentation says what the program does, no more and no less.
import Foundation
import TestSupport
import Testing

@Suite struct DocumentationTests {
  private static func page(_ path: String) throws -> String {
    String(decoding: try TestFiles.bytes(TestFiles.repository.appendingPathComponent(path)), as: UTF8.self)
  }

  /// The names below SUBCOMMANDS in the program's help.
  private static func commands() throws -> [String] {
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    let lines = help.lines.drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
    return lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }.filter { $0 != "See" }
  }

  @Test func everyCommandHasHelpAndIsNamed() throws {
    let commands = try Self.commands()
    #expect(commands.contains("run") && commands.contains("extract") && commands.contains("merge"))
    let readme = try Self.page("README.md")
    let reference = try Self.page("Documentation/commands.md")
    for command in commands {
      let help = try Program.run([command, "--help"])
      #expect(help.status == 0 && help.errors.isEmpty)
      #expect(help.text.contains("USAGE: overzet \(command)"))
      #expect(readme.contains("| `overzet \(command)` |"), "README.md names \(command)")
      #expect(reference.contains("\n## overzet \(command)\n"), "commands.md holds \(command)")
    }
  }

  @Test func theReferenceIsWhatTheProgramSays() throws {
    let script = TestFiles.repository.appendingPathComponent("Documentation/make-reference")
    let made = try Program.run(script, [try #require(Program.url).path], environment: ["COLUMNS": "33"])
    #expect(made.status == 0)
    #expect(made.text == (try Self.page("Documentation/commands.md")), "run `make docs`")
  }

  @Test func everyCheckIsDescribed() throws {
    let help = try Program.run(["check", "--help"]).text
    let list = try #require(help.components(separatedBy: "Checks:").dropFirst().first)
    let names = list.components(separatedBy: "USAGE")[0]
      .split { $0 == "," || $0.isWhitespace }.map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
    #expect(names.count >= 7)
    let page = try Self.page("Documentation/checks.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    let described = rows.prefix(names.count)
    #expect(Array(described) == names)
    for name in names { #expect(page.contains("\n## \(name)\n"), "a section on \(name)") }
  }

  @Test func everySettingIsDescribed() throws {
    let folder = try TemporaryFolder()
    try folder.write("nonsense: 1\n", to: "overzet.yml")
    let outcome = try Program.run(["slug", "--locale", "nl"], in: folder.url)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let failure = try #require(outcome.failures.first)
    #expect(failure.contains("overzet.yml:1: `nonsense` is not a setting"))
    let settings = try #require(failure.components(separatedBy: "the settings are ").last).components(separatedBy: ", ")
    let section = try Self.page("Documentation/configuration.md").components(separatedBy: "\n## ")[1]
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(rows.sorted() == settings.sorted())
  }

  /// Keys that the locales of this repository use are described.
  @Test func everyKeyOfTheLocalesIsDescribed() throws {
    let page = try Self.page("Documentation/configuration.md")
    var keys: Set<String> = []
    for locale in ["en", "nl"] {
      var section = ""
      for line in try Self.page("locales/\(locale)/locale.yml").split(separator: "\n") {
        if let key = line.prefixMatch(of: /([a-zA-Z]+):/) {
          section = String(key.1)
          keys.insert(section)
        } else if let key = line.prefixMatch(of: /\s\s([a-zA-Z]+):/), section != "categories" {
          keys.insert(section == "numbers" ? "numbers.\(key.1)" : String(key.1))
        }
      }
    }
    #expect(keys.count > 20)
    for key in keys.sorted() {
      #expect(page.contains("`\(key)`") || page.contains("`\(key).") || page.contains("### \(key)"), "\(key)")
    }
  }

  @Test func everyModuleIsDescribed() throws {
    let package = try Self.page("Package.swift")
    let targets = package.matches(of: /(?:module\(|\.(?:target|systemLibrary|executableTarget)\()\s*(?:name: )?"(\w+)"/)
    let names = Set(targets.map { String($0.1) })
    #expect(names.isSuperset(of: ["CICU", "HTMLTokens", "Pipeline", "overzet"]))
    let rows = try Self.page("Documentation/architecture.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let described = rows.flatMap { row in
      (row.split(separator: "|").first ?? "").matches(of: /`(\w+)`/).map { String($0.1) }
    }
    #expect(Set(described) == names)
    #expect(described.count == names.count)
  }

  @Test func linksLeadSomewhere() throws {
    let pages = try FileManager.default.subpathsOfDirectory(
      atPath: TestFiles.repository.appendingPathComponent("Documentation").path
    ).filter { $0.hasSuffix(".md") }.map { "Documentation/" + $0 }
    for page in pages + ["README.md", "CONTRIBUTING.md"] {
      let folder = TestFiles.repository.appendingPathComponent(page).deletingLastPathComponent()
      for part in try Self.page(page).components(separatedBy: "](").dropFirst() {
        let target = String(part.prefix { $0 != ")" && $0 != "#" })
        if target.contains("://") || target.isEmpty { continue }
        let file = folder.appendingPathComponent(target)
        #expect(FileManager.default.fileExists(atPath: file.path), "\(page) links to \(target)")
      }
    }
  }
}
