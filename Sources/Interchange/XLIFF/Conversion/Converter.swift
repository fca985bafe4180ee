// From one version to another. Between 2.x versions, and within one, the document is copied as it stands: all that means
// anything stays. Between 1.2 and 2.x it goes through the model (Documentation/decisions/0011).
package import XMLStream

extension XLIFF {
  /// Converts documents between versions.
  package enum Converter {
    /// As many bytes are handed on at once, or a few more.
    private static let chunkSize = 1 << 16

    /// Converts one document; memory follows its largest unit.
    /// - Parameters:
    ///   - open: gives the document from its start, each time it is called: once to see its version, once to convert it.
    ///   - fileName: names the document in errors.
    ///   - sink: is given the result piece by piece. Where something is wrong with the document, what was converted before it
    ///     has been handed on already: write into a part file and rename it.
    /// - Returns: what the version has no words for.
    /// - Throws: `XMLError` where the document can't be read or converted, and what `sink` throws.
    package static func convert(
      _ open: () -> XMLSource, fileName: String, to version: Version,
      sink: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> Losses {
      let own = try DocumentParser(xml: XMLReader(source: open(), file: fileName)).root().version
      if own == version || own != .v1_2 && version != .v1_2 {
        var copy = VersionCopy(from: own, to: version)
        try XMLCopier.copy(open(), file: fileName, to: sink) { event, reader, _ in copy.edit(event, reader) }
        return copy.losses
      }
      return try convertModel(open(), fileName: fileName, to: version, sink: sink)
    }

    private static func convertModel(
      _ source: XMLSource, fileName: String, to version: Version, sink: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> Losses {
      let xml = try XMLReader(source: source, file: fileName)
      var session = ConversionSession(version: version)
      let document = try DocumentParser(xml: xml).parse { document, event in
        if session.isFresh { session.begin(document) }
        try session.write(event, document, xml)
        if session.byteCount >= chunkSize { try session.drain(sink) }
      }
      if session.isFresh { session.begin(document) }
      session.end()
      try session.drain(sink)
      return session.losses
    }
  }
}

/// A document that is being written in another version.
private struct ConversionSession: ~Copyable {
  let version: XLIFF.Version
  private(set) var losses = XLIFF.Losses()
  private var writer: XLIFF.Writer
  private(set) var isFresh = true
  private var adaptation = AdaptationTo2()
  /// Groups that have begun and hold nothing yet: 1.2 wants something in each.
  private var pending: [XLIFF.Group] = []

  init(version: XLIFF.Version) {
    self.version = version
    writer = XLIFF.Writer(version: version, sourceLanguage: "", targetLanguage: nil)
  }

  var byteCount: Int { writer.xml.count }

  mutating func drain(_ sink: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows { try writer.drain(sink) }

  mutating func begin(_ document: XLIFF.Document) {
    isFresh = false
    var document = document
    if version == .v1_2 {
      losses.add("notes of the document", document.notes.count)
      document.modules.attributes.space = nil
    }
    writer = XLIFF.Writer(document, as: version)
  }

  mutating func end() { writer.end() }

  mutating func write(_ event: XLIFF.Reader.Event, _ document: XLIFF.Document, _ xml: XMLReader) throws(XMLError) {
    if version == .v1_2 {
      writeAs12(event)
    } else {
      try writeAs2(event, document, xml)
    }
  }

  private mutating func writeAs12(_ event: XLIFF.Reader.Event) {
    switch event {
    case .beginFile(var file):
      AdaptationTo12.adapt(&file, &losses)
      writer.begin(file)
    case .beginGroup(var group):
      AdaptationTo12.adapt(&group, &losses)
      pending.append(group)
      if !group.binaryUnits.isEmpty { flushGroups() }
    case .endGroup:
      if pending.popLast() == nil { writer.endGroup() } else { losses.add("groups with nothing in them") }
    case .unit(var unit):
      flushGroups()
      AdaptationTo12.adapt(&unit, &losses)
      writer.write(unit)
    case .binaryUnit, .endFile: writer.write(event)
    }
  }

  private mutating func flushGroups() {
    for group in pending { writer.begin(group) }
    pending = []
  }

  private mutating func writeAs2(
    _ event: XLIFF.Reader.Event, _ document: XLIFF.Document, _ xml: XMLReader
  ) throws(XMLError) {
    switch event {
    case .beginFile(var file):
      adaptation.adapt(&file, &losses)
      writer.begin(file)
    case .beginGroup(var group):
      adaptation.adapt(&group, &losses)
      writer.begin(group)
    case .unit(var unit):
      let hasTarget = unit.parts.contains { $0.target != nil } || !unit.matches.isEmpty
      if hasTarget && document.targetLanguage == nil {
        throw xml.error(
          "this file has translations and names no target language, which XLIFF 2 requires",
          remedy: "add target-language to its <file>")
      }
      adaptation.adapt(&unit, &losses)
      writer.write(unit)
    case .binaryUnit(let unit, _): adaptation.keep(unit, &losses)
    case .endGroup, .endFile: writer.write(event)
    }
  }
}
