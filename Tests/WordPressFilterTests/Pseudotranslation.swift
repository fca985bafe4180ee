// A translation that needs no translator: every ASCII letter becomes its full-width form, so that what was not translated
// shows at once, and sentences break where they broke.
import Interchange

@testable import WordPressFilter

enum Pseudotranslation {
  /// `text` with `A`–`Z` and `a`–`z` in U+FF21–FF3A and U+FF41–FF5A; three bytes each.
  static func of(_ content: XLIFF.Content) -> XLIFF.Content {
    var target = XLIFF.Content()
    var at = 0
    for element in content.elements {
      append(content.text[at..<element.offset], to: &target.text)
      at = element.offset
      var element = element
      element.offset = target.text.count
      target.elements.append(element)
    }
    append(content.text[at...], to: &target.text)
    return target
  }

  private static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x41...0x5A: output += [0xEF, 0xBC, byte - 0x41 + 0xA1]
      case 0x61...0x7A: output += [0xEF, 0xBD, byte - 0x61 + 0x81]
      default: output.append(byte)
      }
    }
  }
}

extension XLIFF.File {
  /// The file with `target` of each segment's source as its target.
  func translated(_ target: (XLIFF.Content) -> XLIFF.Content) -> XLIFF.File {
    var file = self
    for unit in file.units.indices {
      for part in file.units[unit].parts.indices where file.units[unit].parts[part].kind == .segment {
        file.units[unit].parts[part].target = target(file.units[unit].parts[part].source)
        file.units[unit].parts[part].state = .translated
      }
    }
    return file
  }

  /// The file as it comes back when it was written in `version` and read again.
  func exchanged(in version: XLIFF.Version) throws -> XLIFF.File? {
    let document = XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: "nl", files: [self])
    return try XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "exchanged").files.first
  }
}

extension XLIFF.Unit {
  /// The whole text of the unit as a translator would leave it: targets where there are any.
  var targetContent: XLIFF.Content { XLIFF.Content(joining: parts.map { $0.target ?? $0.source }) }

  var sourceContent: XLIFF.Content { XLIFF.Content(joining: parts.map(\.source)) }
}
