// What a file begins with whose name says that it is an export. PHP writes its warnings before the export where a site shows
// them; read as a page of HTML, such a file would give one article of markup, and nobody would be told.

/// The begin of a file that is, or should be, an export of WordPress.
enum WXRBegin {
  /// How much of it must be there to be judged, in bytes.
  static let length = 64

  /// Whether these bytes begin as XML or as RSS without a declaration does.
  static func isExport(_ begin: ArraySlice<UInt8>) -> Bool {
    begin.starts(with: "<?xml".utf8) || begin.starts(with: "<rss".utf8)
  }

  /// Why a file is not read; nil where it may be.
  /// - Parameters:
  ///   - bytes: what has been read of the file, without white space before it.
  ///   - isNamed: whether the file's name says that it is an export.
  static func refusal(_ bytes: ArraySlice<UInt8>, isNamed: Bool) -> (problem: String, remedy: String)? {
    if isDocumentType(bytes) {
      return (
        "a document type declaration (<!DOCTYPE rss>) is not allowed here", "delete the <!DOCTYPE …> declaration"
      )
    }
    guard isNamed, !isExport(bytes), !bytes.starts(with: "<!--".utf8) else { return nil }
    let whole = Array(bytes)
    let shown = String(decoding: whole.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(400), as: UTF8.self).prefix(40)
    for begin: StaticString in ["<?xml", "<rss"] where whole.span.contains(begin) {
      return ("\"\(shown)\" stands before the export", "delete what stands before \(begin)")
    }
    guard bytes.first == 0x3C else { return nil }
    return (
      "\"\(shown)\" is no begin of an export of WordPress, which <?xml is",
      "give WXR (Tools, Export in WordPress), JSON of the REST API, or a page of HTML whose name ends in .html"
    )
  }

  private static func isDocumentType(_ bytes: ArraySlice<UInt8>) -> Bool {
    let begin = String(decoding: bytes.prefix(length), as: UTF8.self).lowercased()
    guard begin.hasPrefix("<!doctype") else { return false }
    let name = begin.dropFirst(9).drop { $0.isWhitespace }
    return name.hasPrefix("rss") && name.dropFirst(3).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
