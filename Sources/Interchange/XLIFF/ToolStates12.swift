// What CAT tools say of a segment's progress in words of their own, in XLIFF 1.2 that has no state on its target. Who leaves a
// machine's proposal unconfirmed there has not translated it.
internal import XMLStream

/// The states that a tool gives the segments of one unit.
struct ToolStates12 {
  /// Of the whole unit: memoQ's `mq:status`, Phrase's `m:confirmed`.
  private var unit: XLIFF.State?
  /// By the segment's id: `conf` in Trados Studio's `sdl:seg-defs`.
  private var segments: [String: XLIFF.State] = [:]

  static let trados = "http://sdl.com/FileTypes/SdlXliff/1.0"
  private static let memoQ = "MQXliff"
  private static let phrase = "http://www.memsource.com/mxlf/2.0"

  /// What the current `<trans-unit>` start tag says.
  init(_ xml: XMLReader) {
    for position in 0..<xml.attributeCount {
      let name = xml.attributeName(position)
      if name.namespace.isEmpty { continue }
      switch (name.namespace, name.localName) {
      case (Self.memoQ, "status"): unit = Self.state(ofMemoQ: xml.attributeValue(position))
      case (Self.phrase, "confirmed"): unit = xml.attributeValue(position) == "0" ? .initial : .translated
      default: continue
      }
    }
  }

  /// Takes the current `<sdl:seg-defs>`, which has been read.
  mutating func take(_ definitions: XLIFF.Fragment) {
    let xml = XMLReader(bytes: definitions.bytes, file: "")
    while let event = try? xml.next(), event != .endOfDocument {
      guard event == .startElement, xml.name.localName == "seg", let id = xml.attribute("id") else { continue }
      // A segment without `conf` has not been touched.
      segments[id] = Self.state(ofTrados: xml.attribute("conf") ?? "Unspecified")
    }
  }

  /// Gives their states to segments that have a target and no state of the standard's own.
  func apply(to parts: inout [XLIFF.Part]) {
    guard unit != nil || !segments.isEmpty else { return }
    for index in parts.indices where parts[index].target != nil && parts[index].kind == .segment {
      guard parts[index].state == nil, parts[index].subState == nil else { continue }
      parts[index].state = segments[parts[index].id] ?? unit
    }
  }

  private static func state(ofTrados word: String) -> XLIFF.State? {
    switch word {
    case "Unspecified", "Draft", "RejectedTranslation", "RejectedSignOff": .initial
    case "Translated": .translated
    case "ApprovedTranslation": .reviewed
    case "ApprovedSignOff": .final
    default: nil
    }
  }

  private static func state(ofMemoQ word: String) -> XLIFF.State? {
    switch word {
    case "NotStarted", "Pretranslated", "PartiallyEdited", "AssembledFromFragments", "Rejected": .initial
    case "ManuallyConfirmed", "Confirmed", "TranslatorConfirmed": .translated
    case "Reviewer1Confirmed", "ReviewerOneConfirmed", "ReviewerConfirmed": .reviewed
    case "Proofread": .final
    default: nil
    }
  }
}
