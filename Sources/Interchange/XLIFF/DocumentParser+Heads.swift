// What a document says of its files before their text begins: enough to know which article each of them translates.
internal import XMLStream

extension DocumentParser {
  /// Goes through the document as far as its files' heads go: each is handed on without units, with what stands before
  /// the first of them. What stands behind the last head is not looked at.
  func parseHeads(eachHead: (XLIFF.Document, XLIFF.File) throws -> Void) throws {
    var document = try root()
    var fileCount = 0
    while true {
      let event = try xml.next()
      if event == .endElement || event == .endOfDocument { return }
      guard event == .startElement else { continue }
      guard element() == .file else {
        try xml.skipElement()
        continue
      }
      fileCount += 1
      if document.version == .v1_2 { try languages12(&document, isFirst: fileCount == 1) }
      let (head, isOpen) = try head(document.version)
      try eachHead(document, head)
      guard isOpen else { continue }
      if fileCount == 1, !Self.mayHoldFiles(xml.bytes) { return }
      // The unit or group that ended the head, and then all that is left of the file.
      try xml.skipElement()
      try xml.skipElement()
    }
  }

  /// A file up to its first unit or group, in 1.2 its `<body>`.
  /// - Returns: whether it goes on.
  private func head(_ version: XLIFF.Version) throws(XMLError) -> (file: XLIFF.File, isOpen: Bool) {
    let original = attribute(.original) ?? ""
    var file = XLIFF.File(
      id: version == .v1_2 ? original : attribute(.id) ?? "", original: original, line: xml.line)
    while true {
      switch try xml.next() {
      case .text: continue
      case .endElement, .endOfDocument: return (file, false)
      case .startElement:
        switch element() {
        case .unit, .group, .body: return (file, true)
        case .metadata where version != .v1_2: file.metadata += try metadata()
        case .header where version == .v1_2: try header12(&file)
        default: try xml.skipElement()
        }
      }
    }
  }

  /// Whether there may be a second `<file>` in a document: false only where there surely is none.
  ///
  /// In UTF-8 a start tag is its bytes, and they are looked for; what looks like one in a comment is but time lost. Any
  /// other encoding may hide them.
  static func mayHoldFiles(_ bytes: [UInt8]) -> Bool {
    guard isUTF8(bytes) else { return true }
    return bytes.withUnsafeBufferPointer { XMLMarkup.hasSeveralStartTags(of: "file", in: $0) }
  }

  /// Whether a document is in UTF-8 for sure: it begins with a tag or says so.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > start + 1, bytes[start] == 0x3C, bytes[start + 1] != 0 else { return false }
    guard bytes[start...].starts(with: "<?xml".utf8) else { return true }
    let declaration = bytes[start...].prefix(200).prefix { $0 != 0x3E }.map { $0 | 0x20 }
    guard declaration.count < 200 else { return false }
    let text = String(decoding: declaration, as: UTF8.self)
    return !text.contains("encoding") || text.contains("\"utf-8\"") || text.contains("'utf-8'")
  }
}
