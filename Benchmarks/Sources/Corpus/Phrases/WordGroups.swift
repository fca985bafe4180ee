// Words that can stand for each other, so that posts differ as articles do and still read as English. Words of a group
// begin alike where an article goes before them ("a", "an").

/// The groups of words that are exchanged for each other.
enum WordGroups {
  /// One group a line.
  static let lines = """
    dermatologist doctor practitioner specialist physician
    dermatologists doctors practitioners specialists physicians
    patient person visitor
    patients people clients visitors
    skin face neck cheek
    cheeks temples shoulders hands
    scar spot mark lesion
    scars spots marks lesions wrinkles
    redness swelling tenderness bruising
    treatment procedure session
    treatments procedures sessions
    cleanser cream gel lotion
    sunscreen moisturiser serum
    morning day week night
    days weeks months
    minutes hours
    shallow deep small broad narrow fresh
    gentle mild simple careful
    common rare frequent
    good better safe sound
    most many some several
    often usually sometimes mostly rarely
    quickly slowly gradually steadily
    first second third last
    severe moderate light
    healthy sensitive dry delicate
    possible realistic sensible reasonable
    methods techniques approaches options
    result recovery benefit
    risk chance danger
    doctor's clinic's
    stimulate support promote strengthen
    removes softens treats reduces
    causes brings produces means
    prevents limits stops
    choose pick prefer
    use take buy
    need want require
    protect cover shield
    advise recommend suggest
    explain describe show
    tells shows teaches
    helps works matters
    consultation visit check
    months years
    sun daylight heat
    lower higher stronger weaker
    cosmetic medical surgical
    needles tools
    insurer employer pharmacist
    tiny thin fine
    telephone website
    pain itching fever
    winter summer spring
    laser needle
    peel mask
    faster later sooner
    darker paler redder
    large big
    certain particular
    important decisive
    before after
    """

  /// The words of each group, as bytes.
  static let words: [[[UInt8]]] = lines.split(separator: "\n").map { line in
    line.split(separator: " ").map { Array($0.utf8) }
  }

  private static let groups: [[UInt8]: Int] = Dictionary(
    words.enumerated().flatMap { group, words in words.map { ($0, group) } }, uniquingKeysWith: { first, _ in first })

  /// The group that `word` (in lower case) belongs to.
  static func group(of word: [UInt8]) -> Int? { groups[word] }
}
