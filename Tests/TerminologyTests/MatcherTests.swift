import Interchange
import Testing

@testable import Terminology

/// What `Matcher` says of itself, clause by clause.
@Suite struct MatcherTests {
  /// For tables of Dutch texts: in a debug build a matcher takes longer to make than to use.
  private static let dutch = Result { try Sample.matcher("nl", [.init("RF"), .init("insmeren", .verb)]) }

  // MARK: Folding

  @Test(arguments: [
    "non-surgical", "Non\u{2011}Surgical", "non\u{2010}surgical", "NON-SURGICAL", "non\u{2013}surgical",
    "non-sur\u{AD}gical", "no\u{200B}n-surgical",
  ])
  func findsATermHoweverItIsWritten(text: String) throws {
    let matcher = try Sample.matcher("en", [.init("non-surgical", .adjective)])
    #expect(try matcher.texts(in: "A \(text) way") == [text])
  }

  @Test func findsATermAcrossAnySpace() throws {
    let matcher = try Sample.matcher("en", nouns: "chemical peel")
    for space in [" ", "\u{202F}", "\u{A0}", "\n    ", "  "] {
      #expect(try matcher.texts(in: "two chemical\(space)peels.") == ["chemical\(space)peels"])
    }
  }

  @Test func composedAndDecomposedLettersAreTheSame() throws {
    let matcher = try Sample.matcher("nl", nouns: "tretinoïne", "crème")
    let matches = try matcher.matches(in: Array("Cre\u{300}me met tretinoi\u{308}ne".utf8))
    #expect(matches.map(\.codePointRange) == [0..<6, 11..<22])
    #expect(matches.map(\.byteRange) == [0..<7, 12..<24])
  }

  @Test func saysWhichRuleFired() throws {
    let matcher = try Sample.matcher("nl", nouns: "litteken", "weefsel")
    let text = "litteken Litteken littekens littekenweefsel"
    let matches = try matcher.matches(in: Array(text.utf8))
    #expect(matches.map(\.rule) == [.exact, .folded, .inflected, .compound, .compound])
    #expect(matches.map(\.concept) == ["c1", "c1", "c1", "c1", "c2"])
  }

  @Test func countsCodePointsOfTheOriginal() throws {
    let matcher = try Sample.matcher("en", nouns: "scar")
    let text = "“😀” é—scar\u{202F}scars"
    let matches = try matcher.matches(in: Array(text.utf8))
    #expect(matches.map(\.codePointRange) == [6..<10, 11..<16])
    let scalars = Array(text.unicodeScalars)
    #expect(matches.map { String(String.UnicodeScalarView(scalars[$0.codePointRange])) } == ["scar", "scars"])
  }

  // MARK: Boundaries

  @Test(arguments: [
    ("en", "add", "an add-on, an additive, readd", []),
    ("en", "add", "add, then add: (add) “add” add's", ["add", "add", "add", "add", "add's"]),
    ("en", "laser", "pre-laser and laser-based", []),
    ("en", "laser", "pre- and post-laser; laser- or light-based", ["laser"]),
    ("en", "laser", "options—laser, light—laser", ["laser", "laser"]),
    ("en", "scar", "the patient's scar's scars' oscar scary 2scar scar2", ["scar's", "scars"]),
    ("en", "peel", "peel/peel peel… peel", ["peel", "peel", "peel", "peel"]),
    ("nl", "site", "De website, de site en de sites.", ["site", "sites"]),
    ("nl", "foto", "foto's en 'foto'", ["foto's", "foto"]),
  ])
  func standsBetweenBoundaries(language: String, term: String, text: String, expected: [String]) throws {
    #expect(try Sample.matcher(language, nouns: term).texts(in: text) == expected)
  }

  /// Folding makes `tm` of ™ and `1` of ¹; neither joins the word before.
  @Test(arguments: [
    ("Botox™ injections", ["Botox"]), ("filler¹ and laser²", ["filler", "laser"]),
    ("laser①, ½laser", ["laser", "laser"]),
    ("laser® laser℠-filler", ["laser", "laser", "filler"]), ("™laser ¹filler", ["laser", "filler"]),
    ("CO₂ and CO2 and CO²", ["CO₂", "CO2", "CO²"]), ("10 m² and 10 m2", ["m²", "m2"]), ("CO₂filler laser1", []),
    ("Botoxt™", []), ("Botoxtm", []), ("™", []), ("37 ℃, 37 °C", ["℃", "°C"]), ("laser\u{301}™", []),
    ("😀laser™😀 la\u{AD}ser™", ["laser", "la\u{AD}ser"]),
  ])
  func symbolsAndSuperscriptsAreBoundaries(text: String, expected: [String]) throws {
    let matcher = try Sample.matcher("en", nouns: "Botox", "Botoxt", "filler", "laser", "CO2", "m2", "m", "t", "°C")
    #expect(try matcher.texts(in: text).filter { $0 != "Botoxt" } == expected)
  }

  @Test func aFootnoteMarkEndsADutchCompound() throws {
    let matcher = try Sample.matcher("nl", nouns: "litteken", "laser")
    #expect(try matcher.texts(in: "litteken¹ acnelittekens² CO₂-laser™") == ["litteken", "littekens", "laser"])
    #expect(try matcher.matches(in: Array("CO₂-laser".utf8)).map(\.rule) == [.compound])
  }

  // MARK: Leftmost-longest

  @Test(arguments: [
    ("Rolling scars and a scar.", ["Rolling scars", "scar"]),
    ("an ice pick scar", ["ice pick scar"]),
    ("ice picking scars", ["scars"]),
    ("ice pick", []),
    ("an ice pick scars-like dent, ice pick scar", ["ice pick scar"]),
    ("health care and health", ["health care", "health"]),
    ("health carefree", ["health"]),
  ])
  func theLongestThatFitsWins(text: String, expected: [String]) throws {
    let matcher = try Sample.matcher(
      "en", nouns: "scar", "rolling scar", "ice pick scar", "health", "health care", "pick scars-likeness")
    #expect(try matcher.texts(in: text) == expected)
  }

  @Test func aLongFormThatDoesNotFitHidesNothing() throws {
    let matcher = try Sample.matcher("en", [.init("TCA"), .init("TCA CROSS")])
    #expect(try matcher.texts(in: "TCA CROSS, TCA cross, tca") == ["TCA CROSS", "TCA"])
  }

  @Test func conceptsThatShareAFormAreAllGiven() throws {
    let matcher = try Sample.matcher("en", [.init("peel"), .init("peel", .verb), .init("peels")])
    let matches = try matcher.matches(in: Array("Peels".utf8))
    #expect(matches.map(\.concept) == ["c1", "c2", "c3"])
    #expect(matches.map(\.rule) == [.inflected, .inflected, .folded])
    #expect(Set(matches.map(\.byteRange)) == [0..<5])
  }

  @Test func allGivesNestedTermsToo() throws {
    let matcher = try Sample.matcher("en", nouns: "rolling scar", "scar", "acne")
    #expect(try matcher.texts(in: "rolling scars of acne", .all) == ["rolling scars", "scars", "acne"])
    let dutch = try Sample.matcher("nl", nouns: "acnelitteken", "litteken", "boxcar litteken")
    #expect(try dutch.texts(in: "Boxcar Littekens", .all) == ["Boxcar Littekens", "Littekens"])
    #expect(try dutch.texts(in: "acnelittekens") == ["acnelittekens"])
    #expect(try dutch.texts(in: "acnelittekens", .all) == ["acnelittekens", "littekens"])
  }

  // MARK: Capitals

  @Test(arguments: [
    ("RF", ["RF"]), ("rf", []), ("Rf", []), ("RF-behandeling", ["RF"]), ("brf", []), ("RF's", ["RF"]),
  ])
  func acronymsAreInCapitals(text: String, expected: [String]) throws {
    #expect(try Self.dutch.get().texts(in: text) == expected)
  }

  // MARK: Forms

  @Test func formsThatTheGlossaryListsAreFound() throws {
    let matcher = try Sample.matcher("nl", [.init("genezen", .verb, forms: ["genas", "genazen"])])
    #expect(try matcher.texts(in: "De wond genas, de wonden genazen.") == ["genas", "genazen"])
  }

  @Test(arguments: [
    ("We smeren de huid in.", ["smeren"]), ("Smeert u de huid in, dan droogt ze niet uit.", ["Smeert"]),
    ("Ze smeerde het gezicht in voor de behandeling.", ["smeerde"]), ("De ingesmeerde huid", ["ingesmeerde"]),
    ("om in te smeren", ["in te smeren"]), ("Hij smeert boter in het pannetje.", []), ("Smeer goed. Kom in.", []),
    ("smeren", []),
  ])
  func partedVerbsNeedTheirParticle(text: String, expected: [String]) throws {
    #expect(try Self.dutch.get().texts(in: text) == expected)
  }

  // MARK: Nothing to find

  @Test func emptyTextsAndGlossariesGiveNothing() throws {
    #expect(try Sample.matcher("en", nouns: "scar").texts(in: "") == [])
    #expect(try Sample.matcher("en", []).texts(in: "scar") == [])
    #expect(
      try Matcher(Sample.glossary("en", [.init("scar")]), language: "nl", profile: Sample.profile("nl")).terms == [])
  }

  @Test func anythingMayBeATextOrATerm() throws {
    let matcher = try Sample.matcher("nl", nouns: "++", "µ-laser", "a", "-", "2,5 %", "Er:YAG-laser")
    #expect(
      try matcher.texts(in: "++ a 2,5\u{202F}% Er:YAG\u{2011}lasers") == [
        "++", "a", "2,5\u{202F}%", "Er:YAG\u{2011}lasers",
      ])
    // Ill-formed UTF-8 is folded to U+FFFD, and no offset goes astray.
    #expect(
      try matcher.matches(in: [0xFF, 0x2D, 0x2D, 0xC3, 0x61, 0xE2, 0x80]).allSatisfy { $0.byteRange.upperBound <= 7 })
  }
}
