// What is gone past where only translations are asked for, and that no translation is.
import Testing

@testable import Interchange

@Suite struct TranslationsScopeTests {
  private func read(_ units: String, prefix: String = "") throws -> [XLIFF.Unit] {
    let xmlns = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    let text = """
      <\(prefix)xliff \(xmlns)="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="nl">
      <\(prefix)file id="f">\(units)</\(prefix)file></\(prefix)xliff>
      """
    return try XLIFF.Reader.read(bytes: Array(text.utf8), fileName: "t.xlf", scope: .translations).files[0].units
  }

  private let untranslated = """
    <unit id="a"><notes><note>A target, he said</note></notes>
    <segment><source>One <pc id="1">two</pc></source></segment></unit>
    """
  private let translated = "<unit id=\"b\"><segment><source>Three</source><target>Drie</target></segment></unit>"

  @Test func keepsTheOrderAndTheTargets() throws {
    let units = try read(untranslated + translated + untranslated)
    #expect(units.map(\.id) == ["a", "b", "a"])
    #expect(units.map(\.line) == [2, 3, 3])
    #expect(units[1].parts.map { $0.target?.plainText } == ["Drie"])
  }

  @Test(arguments: ["<!-- </unit> -->", "<?tool </unit>?>", "<notes><note><![CDATA[</unit>]]></note></notes>"])
  func isNotMisledByWhatIsNoEndTag(_ decoy: String) throws {
    let unit = translated.split(separator: "<segment>", maxSplits: 1).joined(separator: decoy + "<segment>")
    let units = try read(untranslated + unit + translated)
    #expect(units.map(\.id) == ["a", "b", "b"])
    #expect(units.dropFirst().map { $0.parts.first?.target?.plainText } == ["Drie", "Drie"])
  }

  @Test func readsPrefixes() throws {
    let units = try read(
      "<x:unit id=\"b\"><x:segment><x:source>Three</x:source><x:target>Drie</x:target></x:segment></x:unit>",
      prefix: "x:")
    #expect(units[0].parts[0].target?.plainText == "Drie")
  }

  @Test func findsWhatIsWrongInWhatIsGonePast() {
    for broken in ["<b>One</c>", "One & two", "<ph id=\"1\" id=\"2\"/>", "<y:b/>", "<ph id=\"&x;\"/>"] {
      #expect(throws: (any Error).self, "\(broken)") {
        try read("<unit id=\"a\"><segment><source>\(broken)</source></segment></unit>")
      }
    }
  }
}
