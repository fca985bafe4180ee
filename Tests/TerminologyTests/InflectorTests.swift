import Interchange
import Testing

@testable import Terminology

/// Forms that Dutch and English have. That a rule makes more than these is no fault; a missing one is.
@Suite struct InflectorTests {
  private func forms(_ language: String, _ term: String, _ part: TBX.PartOfSpeech?) throws -> Set<String> {
    let inflector = Inflector(try Sample.profile(language))
    return Set(inflector.forms(of: term, partOfSpeech: part).filter { $0.particle == nil }.map(\.text))
  }

  private func expect(_ language: String, _ part: TBX.PartOfSpeech?, _ term: String, _ expected: String) throws {
    let missing = Set(expected.split(separator: " ").map(String.init)).subtracting(try forms(language, term, part))
    #expect(missing.isEmpty, "\(term): \(missing.sorted())")
  }

  @Test(arguments: [
    ("naald", "naalden naaldje naaldjes"), ("vlek", "vlekken vlekje"), ("laser", "lasers lasertje"),
    ("litteken", "littekens littekentje littekentjes"), ("haar", "haren haartje"), ("huis", "huizen huisje"),
    ("brief", "brieven briefje"), ("foto", "foto's fotootje"), ("pigmenta", "pigmenta's"), ("zee", "zeeën"),
    ("knie", "knieën knietje"), ("infectie", "infecties"), ("allergie", "allergieën"), ("porie", "poriën"),
    ("bacterie", "bacteriën"), ("behandeling", "behandelingen"), ("peeling", "peelings"), ("roodheid", "roodheden"),
    ("melanoom", "melanomen melanoompje"), ("keloïd", "keloïden"), ("oedeem", "oedemen"), ("arts", "artsen"),
    ("patiënt", "patiënten"), ("moedervlek", "moedervlekken moedervlekje"), ("bloedvat", "bloedvaten"),
    ("ziekte", "ziekten ziektes"), ("virus", "virussen"), ("serum", "sera serums"), ("middel", "middelen"),
    ("huidcel", "huidcellen"), ("zalf", "zalven"), ("crème", "crèmes"), ("spier", "spieren spiertje"),
    ("puist", "puisten puistje puistjes"), ("rimpel", "rimpels rimpeltje"), ("kuur", "kuren kuurtje"),
    ("wrat", "wratten"), ("zenuw", "zenuwen"), ("wond", "wonden wondje"), ("product", "producten"),
    ("resultaat", "resultaten"), ("techniek", "technieken"), ("lip", "lippen lipje"), ("cyste", "cysten cystes"),
    ("mee-eter", "mee-eters"), ("laser-afspraak", "laser-afspraken"), ("baby", "baby's"), ("naevus", "naevi"),
    ("kom", "kommen kommetje"), ("ring", "ringen ringetje"), ("boom", "bomen boompje"),
  ])
  func dutchNouns(term: String, expected: String) throws {
    try expect("nl", .noun, term, expected)
    try expect("nl", nil, term, expected)
  }

  @Test(arguments: [
    ("atrofisch", "atrofische"), ("dof", "doffe doffer"), ("grof", "grove"), ("droog", "droge droger droogst droogste"),
    ("invasief", "invasieve"), ("infectieus", "infectieuze"), ("oraal", "orale"),
    ("vettig", "vettige vettiger vettigst"), ("gevoelig", "gevoelige gevoeliger gevoeligste"),
    ("glad", "gladde gladder"),
    ("zwaar", "zware zwaarder"), ("chirurgisch", "chirurgische"), ("diep", "diepe dieper diepste"),
    ("medisch", "medische"), ("littekenloos", "littekenloze"), ("nieuw", "nieuwe"), ("fractioneel", "fractionele"),
    ("rood", "rode roder roodst roods"), ("huidkleurig", "huidkleurige"),
  ])
  func dutchAdjectives(term: String, expected: String) throws {
    try expect("nl", .adjective, term, expected)
  }

  @Test(arguments: [
    ("behandelen", "behandel behandelt behandelde behandelden behandeld behandelend behandelende"),
    ("verwijderen", "verwijder verwijdert verwijderde verwijderd"),
    ("injecteren", "injecteer injecteert injecteerde geïnjecteerd geïnjecteerde injecterend"),
    ("ontharen", "onthaar onthaart onthaarde onthaard"), ("genezen", "genees geneest"),
    ("wrijven", "wrijf wrijft"), ("spannen", "span spant spande gespand"), ("peelen", "peel peelt peelde gepeeld"),
    ("lachen", "lach lacht lachte gelacht"), ("verlichten", "verlicht verlichtte verlichte"),
    ("laseren", "laser lasert laserde gelaserd"), ("bloeien", "bloei bloeit bloeide gebloeid"),
    ("insmeren", "insmeer insmeert insmeerde ingesmeerd ingesmeerde"),
    ("opvullen", "opvult opvulde opgevuld opgevulde"), ("werken", "werk werkt werkte werkten gewerkt gewerkte"),
    ("branden", "brand brandt brandde gebrand gebrande"), ("reinigen", "reinig reinigt reinigde gereinigd"),
  ])
  func dutchVerbs(term: String, expected: String) throws {
    // Strong forms (genas, gespannen) are irregular: the glossary lists them.
    try expect("nl", .verb, term, expected)
  }

  @Test func dutchVerbsArePartedInFiniteForms() throws {
    let inflector = Inflector(try Sample.profile("nl"))
    let forms = inflector.forms(of: "insmeren", partOfSpeech: .verb)
    for text in ["smeer", "smeert", "smeerde", "smeren"] {
      #expect(forms.contains(Inflector.Form(text: text, particle: "in")), "\(text)")
      #expect(!forms.contains(Inflector.Form(text: text)), "\(text)")
    }
    #expect(forms.contains(Inflector.Form(text: "in te smeren")))
    #expect(!forms.contains { $0.particle != nil && $0.text.contains("gesmeerd") })
  }

  @Test(arguments: [
    ("atrofisch litteken", ["atrofische littekens", "atrofisch littekens", "atrofische litteken"]),
    ("chemische peeling", ["chemische peelings"]),
    ("ziekte van bowen", ["ziektes van bowen", "ziekten van bowen"]),
    ("diepe chemische peeling", ["diepe chemische peelings"]),
    ("fractionele laser", ["fractionele lasers"]),
  ])
  func dutchPhrases(term: String, expected: [String]) throws {
    let missing = Set(expected).subtracting(try forms("nl", term, .noun))
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test(arguments: [
    (TBX.PartOfSpeech.noun, "scar", ["scars", "scar's"]), (.noun, "biopsy", ["biopsies"]), (.noun, "pox", ["poxes"]),
    (.noun, "diagnosis", ["diagnoses"]), (.noun, "naevus", ["naevi", "nevus", "nevi"]),
    (.noun, "haematoma", ["haematomas", "hematoma", "hematomas", "haematomata"]),
    (.noun, "tumor", ["tumors", "tumour", "tumours"]), (.noun, "ice pick scar", ["ice pick scars", "ice pick scar's"]),
    (.noun, "loss of volume", ["losses of volume"]), (.noun, "patch", ["patches"]), (.noun, "half", ["halves"]),
    (.noun, "serum", ["sera", "serums"]),
    (.verb, "treat", ["treats", "treated", "treating"]), (.verb, "scab", ["scabs", "scabbed", "scabbing"]),
    (.verb, "resurface", ["resurfaces", "resurfaced", "resurfacing"]),
    (.verb, "apply", ["applies", "applied", "applying"]),
    (.verb, "break out", ["breaks out", "breaking out"]),
    (.verb, "moisturize", ["moisturizing", "moisturise", "moisturised"]),
    (.verb, "peel", ["peeled", "peeling", "peels"]),
    (.adjective, "deep", ["deeper", "deepest"]), (.adjective, "dry", ["drier", "driest"]),
  ])
  func english(part: TBX.PartOfSpeech, term: String, expected: [String]) throws {
    let missing = Set(expected).subtracting(try forms("en", term, part))
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test func adverbsAndAcronymsStayAsTheyAre() throws {
    #expect(try forms("en", "topically", .adverb).isEmpty)
    #expect(try forms("nl", "RF", .noun).isEmpty)
    #expect(try forms("nl", "TCA CROSS", .noun).isEmpty)
  }

  @Test func aLanguageWithoutProfileHasNoForms() throws {
    #expect(try forms("fr", "cicatrice", .noun).isEmpty)
  }
}
