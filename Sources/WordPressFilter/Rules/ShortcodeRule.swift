// What a shortcode's attributes and its content hold (`shortcodes/shortcode` of wpml-config.xml).

/// The rules of one shortcode.
package struct ShortcodeRule: Sendable, Equatable {
  /// How a value is written.
  package enum Encoding: String, Sendable, CaseIterable {
    /// As it is: HTML's references in an attribute.
    case plain = ""
    case base64
    /// WPBakery's link: `url:…|title:…|target:…`, each part percent-encoded.
    case link = "vc_link"
    /// Enfold's link.
    case enfoldLink = "av_link"
    /// JSON, percent-encoded.
    case urlEncodedJSON = "urlencoded_json"
    /// Percent-encoded.
    case urlEncoded = "urlencode"
    /// Tags stand in it as they are.
    case html = "allow_html_tags"
    /// In a way that is not known here: nothing of it is text.
    case unknown = "?"

    /// The encoding that a rule names; plain where it names none.
    package init(named name: String?) {
      self = name.map { Encoding(rawValue: $0) ?? .unknown } ?? .plain
    }
  }

  /// An attribute that a rule names.
  package struct Attribute: Sendable, Equatable {
    /// As written, in lower case: WordPress reads attributes' names in any case.
    package var name: [UInt8]
    package var encoding: Encoding = .plain
    /// Its name as the rule writes it.
    package var encodingName: String?
    /// Whether it is text; a link or a media's id is named by rules too and is none.
    package var isText = true
    /// What a translator is told that it is.
    package var label: String?
  }

  /// In the order of the rules.
  package var attributes: [Attribute] = []
  /// Whether it ends the text before it, as a column or a figure does.
  package var isBlock = false
  /// Whether what stands between the shortcode and its end is no text.
  package var ignoresContent = false
  /// How that is written.
  package var contentEncoding: Encoding = .plain
  /// Its name as the rule writes it.
  package var contentEncodingName: String?

  /// The rule for the attribute whose name stands at `range`, in any case; nil where there is none.
  package func attribute(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Attribute? {
    for attribute in attributes where bytes.holdsIgnoringCase(attribute.name, in: range) { return attribute }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Whether `range` holds `name`, given in lower case, in any case of ASCII.
  fileprivate func holdsIgnoringCase(_ name: [UInt8], in range: Range<Int>) -> Bool {
    guard name.count == range.count else { return false }
    for index in 0..<name.count {
      let byte = self[range.lowerBound + index]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == name[index] else { return false }
    }
    return true
  }
}
