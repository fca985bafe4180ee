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
      // In UTF-8 a start tag is its bytes, and they are looked for; what looks like one in a comment is but time lost.
      if fileCount == 1, !xml.mayHoldStartTag("file") { return }
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
}
