// Every rule of `validate`, with the place of the specification that it is from. Documentation/validation.md lists the same
// rules for people; a test holds the two together.

/// A rule, by its name.
enum ValidationRule: String, CaseIterable {
  // Structure.
  case elementMisplaced = "element.misplaced"
  case elementOrder = "element.order"
  case elementCount = "element.count"
  case elementMissing = "element.missing"
  case elementUnlisted = "element.unlisted"
  case moduleMisplaced = "module.misplaced"
  case moduleCount = "module.count"
  case attributeMisplaced = "attribute.misplaced"
  case attributeMissing = "attribute.missing"
  case attributeValue = "attribute.value"
  case attributeUnlisted = "attribute.unlisted"
  case textMisplaced = "text.misplaced"
  // The document.
  case xliffVersion = "xliff.version"
  case xliffNamespace = "xliff.namespace"
  case languageTag = "language.tag"
  case targetLanguageMissing = "trgLang.missing"
  case sourceLanguage = "source.xml:lang"
  case targetLanguage = "target.xml:lang"
  case skeletonHref = "skeleton.href"
  case segmentMissing = "unit.segment.missing"
  case cpHex = "cp.hex"
  // Ids.
  case idForm = "id.form"
  case fileID = "file.id.unique"
  case groupID = "group.id.unique"
  case unitID = "unit.id.unique"
  case noteID = "note.id.unique"
  case dataID = "data.id.unique"
  case segmentID = "segment.id.unique"
  case inlineID = "inline.id.unique"
  case targetID = "target.id"
  case extensionID = "extension.id.unique"
  // Segments.
  case segmentState = "segment.state"
  case subStateState = "subState.state"
  case reservedPrefix = "prefix.reserved"
  case targetOrder = "target.order"
  // Inline codes.
  case dataRef = "dataRef.unresolved"
  case dataRefPair = "dataRef.pair"
  case subFlows = "subFlows.unresolved"
  case equivPair = "equiv.pair"
  case copyOf = "copyOf.unresolved"
  case copyOfData = "copyOf.data"
  case copyOfForbidden = "copyOf.canCopy"
  case subTypeType = "subType.type"
  case subTypeValue = "subType.value"
  case scPair = "sc.pair"
  case scIsolated = "sc.isolated"
  case ecPair = "ec.pair"
  case ecID = "ec.id"
  case ecDir = "ec.dir"
  case ecHints = "ec.hints"
  case smPair = "sm.pair"
  case emPair = "em.pair"
  case canReorderHints = "canReorder.hints"
  case canReorderStart = "canReorder.sequence"
  case reordered = "target.reordered"
  case codeDeleted = "target.code.deleted"
  case codeMissing = "target.code.missing"
  // Annotations and references.
  case commentAnnotation = "comment.annotation"
  case commentRef = "comment.ref"
  case translateAnnotation = "translate.annotation"
  case matchAnnotation = "match.annotation"
  case fragmentForm = "fragment.form"
  case fragmentPrefix = "fragment.prefix"
  case fragmentOrder = "fragment.order"
  case fragmentUnresolved = "fragment.unresolved"
  case noteRef = "note.ref"
  // Modules.
  case fsValue = "fs.value"
  case subFsFs = "fs.subFs"
  case fsEc = "fs.ec"
  case matchID = "match.id.unique"
  case matchRef = "match.ref"
  case matchSubType = "match.subType"
  case matchLanguage = "match.xml:lang"
  case glossaryID = "glossary.id.unique"
  case glossaryEntry = "glossary.entry"
  case glossaryRef = "glossary.ref"
  case metadataID = "metadata.id.unique"
  case resourceID = "resource.id.unique"
  case resourceEmpty = "resource.empty"
  case resourceRef = "resource.ref"
  case resourceHref = "resource.href"
  case resourceMimeType = "resource.mimeType"
  case resourceLanguage = "resource.xml:lang"
  case resourceSource = "resource.source"
  case revisionsApply = "change.appliesTo"
  case revisionsRef = "change.ref"
  case revisionsVersion = "change.currentVersion"
  case itemProperty = "change.property"
  case sizeInfo = "size.info"
  case sizeInfoRef = "size.infoRef"
  case sizeEc = "size.ec"
  case sizeValue = "size.value"
  case ruleKind = "rule.kind"
  case ruleOccurs = "rule.occurs"
  case ruleExistsInSource = "rule.existsInSource"
  case ruleDisabled = "rule.disabled"
  case switchForm = "switch.form"
  case caseForm = "case.form"
  case itsVersion = "its.version"
  case itsAnnotators = "its.annotatorsRef"
  case itsTool = "its.tool"
  case itsType = "its.type"
  case itsIssue = "its.issue"
  case itsRating = "its.rating"
  case itsTextAnalysis = "its.textAnalysis"
  case itsProvenance = "its.provenance"
  case itsLocaleFilter = "its.localeFilter"
  case itsID = "its.id.unique"
  case itsRef = "its.ref"
  case itsTerm = "its.term"
  // 1.2.
  case targetLanguage12 = "target-language.missing"
  case language12 = "xml:lang.file"
  case toolID = "tool.id.unique"
  case toolRef = "tool.unresolved"
  case phaseName = "phase.name.unique"
  case phaseRef = "phase.unresolved"
  case groupName = "group.name.unique"
  case externalFileID = "external-file.uid.unique"
  case unitRef = "xid.unresolved"
  case markID = "mrk.mid.unique"
  case markRef = "mrk.mid.unresolved"
  case ridUnique = "rid.unique"
  case ridPair = "rid.unresolved"
  case pair12 = "code.pair"
  // The log itself.
  case tooMany = "messages.limit"
}

extension ValidationRule {
  /// How bad it is to break it.
  var severity: XLIFF.ValidationMessage.Severity {
    switch self {
    case .codeMissing, .translateAnnotation, .dataRefPair, .equivPair, .attributeUnlisted,
      .targetLanguage12, .language12, .pair12, .tooMany:
      .warning
    default: .error
    }
  }

  /// The section of the specification, by its title; empty where it is no section's.
  var clause: String { Self.clauses[self] ?? "" }

  private static let clauses: [ValidationRule: String] = [
    .elementMisplaced: "Elements", .elementOrder: "Elements", .elementCount: "Elements", .elementMissing: "Elements",
    .elementUnlisted: "Extension Mechanisms", .moduleMisplaced: "Structural Elements, Constraints",
    .moduleCount: "Structural Elements, Constraints", .attributeMisplaced: "Elements, Attributes",
    .attributeMissing: "Elements, Attributes", .attributeValue: "Attributes, Value description",
    .attributeUnlisted: "Elements, Attributes", .textMisplaced: "Elements, Contains",
    .xliffVersion: "version", .xliffNamespace: "XLIFF Document", .languageTag: "srcLang, trgLang, xml:lang",
    .targetLanguageMissing: "xliff, Constraints", .sourceLanguage: "source, Constraints",
    .targetLanguage: "target, Constraints", .skeletonHref: "skeleton, Constraints",
    .segmentMissing: "unit, Constraints", .cpHex: "hex",
    .idForm: "id", .fileID: "id", .groupID: "id", .unitID: "id", .noteID: "id", .dataID: "id", .segmentID: "id",
    .inlineID: "id", .targetID: "id", .extensionID: "Extension Mechanisms, Constraints",
    .segmentState: "state, Processing Requirements", .subStateState: "subState, Constraints",
    .reservedPrefix: "type, subType, subState", .targetOrder: "Segments Order",
    .dataRef: "dataRef", .dataRefPair: "dataRefStart, dataRefEnd", .subFlows: "Sub-Flows, Constraints",
    .equivPair: "equivStart, equivEnd", .copyOf: "copyOf",
    .copyOfData: "Duplicating an existing code", .copyOfForbidden: "Duplicating an existing code",
    .subTypeType: "subType, Constraints", .subTypeValue: "subType, Constraints",
    .scPair: "isolated", .scIsolated: "sc, Constraints", .ecPair: "isolated", .ecID: "ec, Constraints",
    .ecDir: "ec, Constraints", .ecHints: "ec, Constraints", .smPair: "Splitting Annotations",
    .emPair: "Splitting Annotations", .canReorderHints: "Editing Hints, Constraints",
    .canReorderStart: "Editing Hints, Constraints", .reordered: "Editing Hints, Processing Requirements",
    .codeDeleted: "Editing Hints, Processing Requirements", .codeMissing: "Removing Codes",
    .commentAnnotation: "Comment Annotation", .commentRef: "Comment Annotation",
    .translateAnnotation: "Translate Annotation", .matchAnnotation: "Translation Candidates, Annotation",
    .fragmentForm: "Fragment Identification, Constraints", .fragmentPrefix: "Selectors for Modules and Extensions",
    .fragmentOrder: "Fragment Identification, Constraints", .fragmentUnresolved: "Fragment Identification",
    .noteRef: "ref",
    .fsValue: "Format Style, fs", .subFsFs: "Format Style, subFs, Constraints", .fsEc: "Format Style, Constraints",
    .matchID: "Translation Candidates, id", .matchRef: "Translation Candidates, ref",
    .matchSubType: "Translation Candidates, subType", .matchLanguage: "Translation Candidates, match",
    .glossaryID: "Glossary, id", .glossaryEntry: "Glossary, glossEntry", .glossaryRef: "Glossary, ref",
    .metadataID: "Metadata, id", .resourceID: "Resource Data, id", .resourceEmpty: "Resource Data, resourceItem",
    .resourceRef: "Resource Data, ref", .resourceHref: "Resource Data, source, target",
    .resourceMimeType: "Resource Data, resourceItem", .resourceLanguage: "Resource Data, source, target",
    .resourceSource: "Resource Data, source", .revisionsApply: "Change Tracking, appliesTo",
    .revisionsRef: "Change Tracking, ref", .revisionsVersion: "Change Tracking, currentVersion",
    .itemProperty: "Change Tracking, property", .sizeInfo: "Size and Length Restriction, sizeInfo",
    .sizeInfoRef: "Size and Length Restriction, sizeInfoRef", .sizeEc: "Size and Length Restriction, equivStorage",
    .sizeValue: "Size and Length Restriction, Standard profiles", .ruleKind: "Validation, rule",
    .ruleOccurs: "Validation, occurs", .ruleExistsInSource: "Validation, existsInSource",
    .ruleDisabled: "Validation, disabled", .switchForm: "Plural, Gender, and Select, switch",
    .caseForm: "Plural, Gender, and Select, case", .itsVersion: "ITS, version",
    .itsAnnotators: "ITS Tools Referencing", .itsTool: "ITS Tools Referencing", .itsType: "ITS Mapping Annotations",
    .itsIssue: "ITS Localization Quality Issue Annotation", .itsRating: "ITS Localization Quality Rating Annotation",
    .itsTextAnalysis: "ITS Text Analysis Annotation", .itsProvenance: "ITS Provenance Annotation",
    .itsLocaleFilter: "ITS Locale Filter Annotation", .itsID: "ITS, xml:id", .itsRef: "ITS, Module Attributes",
    .itsTerm: "ITS Terminology Annotation",
    .targetLanguage12: "target-language", .language12: "xml:lang", .toolID: "tool-id", .toolRef: "tool-id",
    .phaseName: "phase-name", .phaseRef: "phase-name", .groupName: "name", .externalFileID: "uid", .unitRef: "xid",
    .markID: "mid", .markRef: "mid", .ridUnique: "rid", .ridPair: "rid", .pair12: "rid",
  ]
}
