// Closed lists of TBX values: the TBX-Basic module, <https://www.tbxinfo.net/tbx-modules/>. A raw value is what stands in a file.

extension TBX {
  /// Whether a term may be used: `administrativeStatus`.
  package enum AdministrativeStatus: String, CaseIterable, Sendable {
    case preferred = "preferredTerm-admn-sts"
    case admitted = "admittedTerm-admn-sts"
    case deprecated = "deprecatedTerm-admn-sts"
    case superseded = "supersededTerm-admn-sts"

    /// Whether a translation may use the term.
    package var isApproved: Bool { self == .preferred || self == .admitted }

    /// The status that a file means: the standard's value, the same without its suffix, or `usageStatus`'s plain word,
    /// which exports of version 2 carry on.
    init?(value: String) {
      let bare = value.replacing("-admn-sts", with: "").replacing("Term", with: "")
      guard let status = Self.allCases.first(where: { $0.word == bare }) else { return nil }
      self = status
    }

    /// The plain word: `preferred`.
    package var word: String {
      switch self {
      case .preferred: "preferred"
      case .admitted: "admitted"
      case .deprecated: "deprecated"
      case .superseded: "superseded"
      }
    }
  }

  /// A term's word class: `partOfSpeech`. `properNoun` is version 2's, and still common.
  package enum PartOfSpeech: String, CaseIterable, Sendable {
    case noun, verb, adjective, adverb, properNoun, other
  }

  /// A noun's gender: `grammaticalGender`.
  package enum GrammaticalGender: String, CaseIterable, Sendable {
    case masculine, feminine, neuter, other
  }
}
