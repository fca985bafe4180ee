// The constraints of XLIFF 2.x beside its structure: what a processor must see of the whole file, the unit or the element
// to judge. Here is what is remembered and who is asked; the constraints are in extensions, by subject.
internal import XMLStream

/// Judges one document of XLIFF 2.x while it is read.
struct Constraints2: Constraints {
  let log: MessageLog
  let version: XLIFF.Version

  // MARK: The document

  /// The languages of the document, in lower case and hashed; 0 where there is none.
  var sourceLanguage: UInt64 = 0
  var targetLanguage: UInt64 = 0
  var languages = (source: "", target: "")
  var hasReportedTargets = false
  var fileIDs = HashedTable()
  /// References to other units, for `ReferenceResolution`.
  var references: [PendingReference] = []

  // MARK: The file

  var groupIDs = HashedTable()
  var unitIDs = HashedTable()
  var fileKey: UInt64 = 0
  /// Units that codes name as sub-flows and that have not come yet.
  var subFlows = PendingIDs()
  var fileResources = HashedTable()
  /// Whether the standard profiles of the Size and Length Restriction module hold.
  var hasGeneralProfile = true
  var hasStorageProfile = true

  // MARK: What is open

  /// Open files, groups and units; those behind `depth` are kept for later.
  var containers: [Container] = []
  var depth = 0
  let unit = InlineContent()
  let candidate = InlineContent()
  var stateNeedsTarget = false
  var skeletonHasHref = false
  /// The unit's own kinds of `pgs:switch`; nil where it has none.
  var switches: [Substring]?
  /// References in the unit that are judged at its end.
  var localReferences: [LocalReference] = []
  var matchIDs = HashedTable()
  var candidateIsReference = false
  var glossaryIDs = HashedTable()
  var entryHasText = false
  var metadataIDs = HashedTable()
  var resources = ResourceState()
  var revision = RevisionState()

  /// A judge at the start of a document.
  init(log: MessageLog, version: XLIFF.Version) {
    self.log = log
    self.version = version
  }

  // MARK: Events

  /// Takes the start tag of `word`, which `check` has just taken.
  mutating func start(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    let scope = check.frames[check.frames.count - 1].scope
    switch scope {
    case .core: startCore(word, &check, xml)
    case .module: startModule(word, &check, xml)
    case .candidate: startCandidate(word, &check, xml)
    case .foreign: startForeign(check, xml)
    case .lax: startLax(check, xml)
    }
  }

  /// Takes the end tag of an element.
  mutating func end(_ frame: StructureCheck.Frame, _ xml: XMLReader) {
    switch frame.scope {
    case .core: endCore(frame, xml)
    case .module: endModule(frame, xml)
    case .candidate: endCandidate(frame)
    case .foreign, .lax: return
    }
  }

  // MARK: Containers

  mutating func open(_ word: ElementWord, id: UInt64, key: UInt64) {
    if depth == containers.count { containers.append(Container()) }
    containers[depth].begin(word, id: id, key: key)
    depth += 1
  }

  // MARK: Extensions

  /// An element of an extension: its ids are unique in the file, group or unit that it is in.
  private mutating func startForeign(_ check: StructureCheck, _ xml: XMLReader) {
    guard depth > 0 else { return }
    let namespace = Hash.of(xml.name.namespace)
    for attribute in [AttributeWord.id, .`xml:id`] {
      guard let id = check.hash(attribute, xml) else { continue }
      let value = Quoted.text(check.string(attribute, xml) ?? "")
      if check.withBytes(attribute, xml, { Lexical.isNMTOKEN($0) }) == false {
        log.add(.idForm, "the id \(value) of an extension is no NMTOKEN", line: xml.line)
      }
      if containers[depth - 1].extensionIDs.insert(Hash.of(namespace, id)) != nil {
        log.add(
          .extensionID,
          "the id \(value) is used twice by extensions in one <\(containers[depth - 1].word.name)>", line: xml.line)
      }
    }
  }

  /// An element that is only looked at because it may be in `slr:data`, whose ids are referred to.
  private mutating func startLax(_ check: StructureCheck, _ xml: XMLReader) {
    guard depth > 0, isInSizeData else { return }
    for attribute in [AttributeWord.id, .`xml:id`] {
      if let id = check.hash(attribute, xml) { _ = containers[depth - 1].sizeData.insert(id) }
    }
  }

  /// Whether an `slr:data` is open.
  var isInSizeData = false
}

/// A reference that points out of its unit.
struct PendingReference {
  var key: UInt64
  var rule: ValidationRule
  var text: String
  var line: Int
}
