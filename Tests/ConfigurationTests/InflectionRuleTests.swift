import Testing

@testable import Configuration

@Suite struct InflectionRuleTests {
  private let letters: [Character: [[Unicode.Scalar]]] = [
    "V": "aeiou".unicodeScalars.map { [$0] },
    "K": "bcdfghjklmnpqrstvwxyz".unicodeScalars.map { [$0] },
    "D": ["ie", "oe", "ui"].map { Array($0.unicodeScalars) },
  ]

  private func forms(_ rule: String, _ word: String) throws -> [String]? {
    let rule = try InflectionRule(rule, letters: letters)
    let joins = [Inflection.Spelling(first: "gei", second: "geï")]
    let forms = rule.forms(of: Array(word.unicodeScalars), joins: joins) { _ in [Array("stem".unicodeScalars)] }
    return forms?.map { String(String.UnicodeScalarView($0)) }
  }

  @Test(arguments: [
    ("_ -> +s", "scar", ["scars"]),
    ("K_y -> ies", "biopsy", ["biopsies"]),
    ("^K*V_K -> 11en", "vlek", ["vlekken"]),
    ("^K*V_K -> 11en", "schram", ["schrammen"]),
    ("D_f -> ven", "brief", ["brieven"]),
    ("V_K1en -> 1 1t", "spannen", ["span", "spant"]),
    ("_heid -> heden heids", "roodheid", ["roodheden", "roodheids"]),
    ("_e -> -", "roze", ["roz"]),
    ("_ -> {x}de (ge){x}d", "werken", ["stemde", "gestemd"]),
  ])
  func makesForms(rule: String, word: String, expected: [String]) throws {
    #expect(try forms(rule, word) == expected)
  }

  @Test(arguments: [
    ("K_y -> ies", "spray"), ("^K*V_K -> 11en", "litteken"), ("V_K1en -> 1", "branden"), ("D_f -> v", "golf"),
    ("_heid -> heden", "heidens"),
  ])
  func leavesOtherWords(rule: String, word: String) throws {
    #expect(try forms(rule, word) == nil)
  }

  @Test func smoothsTheJoint() throws {
    let rule = try InflectionRule("_en -> (ge){x}d", letters: letters)
    let forms = rule.forms(
      of: Array("injecteren".unicodeScalars), joins: [Inflection.Spelling(first: "gei", second: "geï")]
    ) { _ in [Array("injecteer".unicodeScalars)] }
    #expect(forms?.map { String(String.UnicodeScalarView($0)) } == ["geïnjecteerd"])
    let without = rule.forms(of: Array("behandelen".unicodeScalars), takesPrefix: false) { _ in
      [Array("behandel".unicodeScalars)]
    }
    #expect(without?.map { String(String.UnicodeScalarView($0)) } == ["behandeld"])
  }

  @Test(arguments: [
    "no arrow", "noplace -> +s", "a_b_c -> d", "Q_ -> +s", "_K -> 2", "*_ -> +s", "_K* -> 1", "1_ -> +s", "_ ->",
    "_ -> {open", "_ -> (ge{x}",
  ])
  func refusesWhatIsNoRule(text: String) {
    #expect(throws: InflectionRule.SyntaxError.self) { try InflectionRule(text, letters: letters) }
  }
}
