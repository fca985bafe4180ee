// The Internationalization Tag Set (ITS 2.0, and XLIFF 2.1, 5.7) as attributes of annotations, units and other elements.
// Each type here is a view of those attributes; stand-off records stay fragments.

extension XLIFF {
  /// A localization quality issue: ITS 2.0, 8.17.
  package struct QualityIssue: Sendable, Equatable {
    /// One of the 27 values, such as `terminology`, `mistranslation`, `omission`.
    package var type: String?
    package var comment: String?
    /// 0 to 100.
    package var severity: Percentage?
    package var profileReference: String?
    package var isEnabled: Bool?

    /// An issue.
    package init(
      type: String?, comment: String? = nil, severity: Percentage? = nil, profileReference: String? = nil,
      isEnabled: Bool? = nil
    ) {
      self.type = type
      self.comment = comment
      self.severity = severity
      self.profileReference = profileReference
      self.isEnabled = isEnabled
    }
  }

  /// What a tool thinks that a text names: ITS 2.0, 8.9, text analysis.
  package struct TextAnalysis: Sendable, Equatable {
    package var classReference: String?
    /// 0 to 1, as written.
    package var confidence: String?
    package var identifier: String?
    package var identifierReference: String?
    package var source: String?

    /// An analysis.
    package init(
      classReference: String? = nil, confidence: String? = nil, identifier: String? = nil,
      identifierReference: String? = nil, source: String? = nil
    ) {
      self.classReference = classReference
      self.confidence = confidence
      self.identifier = identifier
      self.identifierReference = identifierReference
      self.source = source
    }
  }
}

extension [XLIFF.Attribute] {
  private subscript(its name: String) -> String? {
    get { self[name, XLIFFModule.its.description] }
    set { self[name, XLIFFModule.its.description] = newValue }
  }

  /// The quality issue that the attributes state.
  package var qualityIssue: XLIFF.QualityIssue? {
    get {
      let type = self[its: "locQualityIssueType"]
      let comment = self[its: "locQualityIssueComment"]
      guard type != nil || comment != nil else { return nil }
      return XLIFF.QualityIssue(
        type: type, comment: comment, severity: self[its: "locQualityIssueSeverity"].map { XLIFF.Percentage($0) },
        profileReference: self[its: "locQualityIssueProfileRef"],
        isEnabled: self[its: "locQualityIssueEnabled"].map { $0 == "yes" })
    }
    set {
      self[its: "locQualityIssueType"] = newValue?.type
      self[its: "locQualityIssueComment"] = newValue?.comment
      self[its: "locQualityIssueSeverity"] = newValue?.severity?.text
      self[its: "locQualityIssueProfileRef"] = newValue?.profileReference
      self[its: "locQualityIssueEnabled"] = newValue?.isEnabled.map { $0 ? "yes" : "no" }
    }
  }

  /// The text analysis that the attributes state.
  package var textAnalysis: XLIFF.TextAnalysis? {
    get {
      let analysis = XLIFF.TextAnalysis(
        classReference: self[its: "taClassRef"], confidence: self[its: "taConfidence"],
        identifier: self[its: "taIdent"], identifierReference: self[its: "taIdentRef"], source: self[its: "taSource"])
      return analysis == XLIFF.TextAnalysis() ? nil : analysis
    }
    set {
      self[its: "taClassRef"] = newValue?.classReference
      self[its: "taConfidence"] = newValue?.confidence
      self[its: "taIdent"] = newValue?.identifier
      self[its: "taIdentRef"] = newValue?.identifierReference
      self[its: "taSource"] = newValue?.source
    }
  }

  /// How sure a machine translation is of itself, 0 to 1, as written: ITS 2.0, 8.18.
  package var machineTranslationConfidence: String? {
    get { self[its: "mtConfidence"] }
    set { self[its: "mtConfidence"] = newValue }
  }

  /// A regular expression of the characters that a text may hold: ITS 2.0, 8.19.
  package var allowedCharacters: String? {
    get { self[its: "allowedCharacters"] }
    set { self[its: "allowedCharacters"] = newValue }
  }

  /// Who translated or revised a text, by the names of ITS's attributes (`person`, `revOrg`, `toolRef`, …): ITS 2.0, 8.11.
  package var provenance: [XLIFF.Attribute] {
    let names = ["person", "org", "tool", "revPerson", "revOrg", "revTool"]
    let all = names + names.map { $0 + "Ref" } + ["provenanceRecordsRef"]
    return filter { $0.namespace == XLIFFModule.its.description && all.contains($0.name) }
  }
}
