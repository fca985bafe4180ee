import Interchange
import Testing

@testable import Terminology

/// Dutch compounds: whole parts, all of them known.
@Suite struct CompoundTests {
  /// All nouns of the tables below in one matcher: in a debug build a Dutch matcher takes longer to make than to use.
  private static let nouns = Result {
    try Sample.matcher(
      "nl",
      [
        "litteken", "behandeling", "laserbehandeling", "laser", "peeling", "talg", "huid", "RF", "acne", "rimpel",
        "site",
        "tretinoïne", "zuur", "lip", "oor", "wond", "arm", "hand", "ring", "gel", "peel", "roos",
      ].map { Sample.Word($0) } + [.init("chirurgisch", .adjective)])
  }

  /// Where `term` is found in `text`, and by which rules.
  private func found(_ term: String, _ text: String) throws -> (texts: [String], rules: [TermMatch.Rule]) {
    let bytes = Array(text.utf8)
    let matches = try Self.nouns.get().matches(in: bytes, .all).filter { $0.term.text == term }
    return (matches.map { String(decoding: bytes[$0.byteRange], as: UTF8.self) }, matches.map(\.rule))
  }

  @Test(arguments: [
    ("litteken", "acnelittekens en littekenweefsel", ["littekens", "litteken"]),
    ("litteken", "littekenbehandelingen", ["litteken"]),
    ("behandeling", "een behandelingsplan voor de huidbehandeling", ["behandeling", "behandeling"]),
    ("laserbehandeling", "laser-behandeling, laserbehandelingen", ["laser-behandeling", "laserbehandelingen"]),
    ("laser", "de CO₂-laser, een CO2\u{2011}laserbehandeling", ["laser", "laser"]),
    ("peeling", "TCA-peelings", ["peelings"]),
    ("talg", "talgklieren", ["talg"]),
    ("huid", "huidverjonging en hoofdhuid, huidig, huidje", ["huid", "huid", "huidje"]),
    ("RF", "RF-behandelingen, rf-behandeling", ["RF"]),
    ("acne", "acnelittekenbehandeling", ["acne"]),
    ("rimpel", "rimpelbehandeling", ["rimpel"]),
  ])
  func aWholePartCounts(term: String, text: String, expected: [String]) throws {
    let found = try found(term, text)
    #expect(found.texts == expected)
    #expect(found.rules.allSatisfy { $0 == .compound || $0 == .inflected })
  }

  @Test(arguments: [
    ("site", "website"), ("tretinoïne", "isotretinoïne"), ("zuur", "zuurstof"), ("zuur", "zuurstofbehandeling"),
    ("laser", "laserachtig"), ("lip", "lipide"), ("oor", "oorzaak en oordeel"), ("wond", "wonder"), ("arm", "armoede"),
    ("chirurgisch", "niet-chirurgisch"), ("huid", "huidige"), ("hand", "behandeling"), ("ring", "verbetering"),
    ("gel", "gelaat"), ("peel", "peeling"), ("roos", "rosacea"),
  ])
  func aMereSubstringDoesNot(term: String, text: String) throws {
    #expect(try found(term, text).texts == [])
  }

  @Test(arguments: [
    ("laser- en peelingbehandelingen", ["laser-"]),
    ("laser- en RF-behandelingen", ["laser-"]),
    ("laser-, RF- en peelingbehandelingen", ["laser-"]),
    ("laser- of andere apparaten", []),
    ("laser-, peeling behandelingen", []),
    ("de laser- en", []),
  ])
  func wordsThatShareAnEnd(text: String, expected: [String]) throws {
    #expect(try found("laserbehandeling", text).texts == expected)
  }

  // MARK: Known ends

  /// Stretches that are given only when the known end of a word is enough.
  private func ends(_ matcher: Matcher, _ text: String) throws -> [String] {
    let strict = try matcher.matches(in: Array(text.utf8), .all)
    let all = try matcher.matches(in: Array(text.utf8), .allAndWordEnds)
    #expect(strict.allSatisfy(all.contains))
    let added = all.filter { !strict.contains($0) }
    #expect(added.allSatisfy { $0.rule == .compound })
    return added.map { String(decoding: Array(text.utf8)[$0.byteRange], as: UTF8.self) }
  }

  @Test(arguments: [
    ("keizersnedelitteken", ["litteken"]), ("Waterpokkenlittekens", ["littekens"]), ("anti-agingpeeling", ["peeling"]),
    ("keizersnede-exolitteken en rokersrimpels", ["litteken", "rimpels"]), ("acnelittekens", []), ("litteken", []),
    ("keizersnedelittekenweefsel", []), ("keizersnedelaserbehandeling", ["laserbehandeling", "laser", "behandeling"]),
    ("isotretinoïne", []), ("hypertretinoïne", []), ("voorbehandeling", []), ("ontbehandeling", []),
    ("xylitteken", []),
    ("xlitteken", []), ("niet-exolitteken", []), ("website, websites en intranetsites", []), ("exozuur", []),
    ("zuurstof", []),
  ])
  func aKnownEndIsEnoughWhereAsked(text: String, expected: [String]) throws {
    #expect(try ends(Self.nouns.get(), text) == expected)
  }

  @Test func anotherTermIsNoKnownEnd() throws {
    let matcher = try Sample.matcher("nl", nouns: "dermis", "exodermis", "vitamine C", "serum")
    #expect(try ends(matcher, "exodermis en exodermissen") == [])
    #expect(try ends(matcher, "complexodermis") == ["exodermis"])
    #expect(try ends(matcher, "plexodermis") == [])
    #expect(try ends(matcher, "vitamine C-serum") == ["vitamine C"])
    #expect(try ends(matcher, "vitamine C—serum, vitamine C-") == [])
    // A language that doesn't join words has no known ends.
    #expect(try ends(try Sample.matcher("en", nouns: "serum", "vitamin C"), "exoserum, vitamin C-serum") == [])
  }

  @Test func everyTermOfACompoundIsGiven() throws {
    let matcher = try Sample.matcher("nl", nouns: "litteken", "acne", "behandeling")
    let matches = try matcher.matches(in: Array("acnelittekenbehandeling".utf8))
    #expect(matches.map(\.concept) == ["c2", "c1", "c3"])
  }

  @Test func aLongerTermTakesTheWordBeforeItsParts() throws {
    let matcher = try Sample.matcher("nl", nouns: "littekenweefsel", "litteken", "laser", "fractionele laser")
    #expect(try matcher.texts(in: "littekenweefsel") == ["littekenweefsel"])
    #expect(try matcher.texts(in: "een semi-fractionele laser") == ["fractionele laser"])
  }

  @Test func englishJoinsNothing() throws {
    #expect(try Sample.matcher("en", nouns: "scar", "treatment").texts(in: "scartreatment scar-treatment") == [])
  }

  @Test func longWordsAreNoCompoundsAndTakeNoTime() throws {
    let matcher = try Sample.matcher("nl", nouns: "aaa", "aaaa", "aaaaa")
    let word = String(repeating: "a", count: 79) + "b"
    #expect(try matcher.texts(in: word, .all) == [])
    #expect(try matcher.texts(in: String(repeating: "a", count: 100_000)) == [])
  }
}
