extension XLIFF {
  /// The HTML element that previews a unit or a code: the format style module (XLIFF 2.1, 5.3), `fs:fs` and `fs:subFs`.
  package struct FormatStyle: Sendable, Equatable {
    /// An element's name, of those that the module lists: `b`, `a`, `img`, `sup`.
    package var element: String
    /// The element's attributes, as the module writes them: `href,https://example.org/`, pairs parted by `\`.
    package var attributes: String?

    /// A preview as `element`.
    package init(_ element: String, attributes: String? = nil) {
      self.element = element
      self.attributes = attributes
    }
  }
}

extension [XLIFF.Attribute] {
  /// The preview that the attributes ask for.
  package var formatStyle: XLIFF.FormatStyle? {
    get {
      let namespace = XLIFFModule.formatStyle.description
      guard let element = self["fs", namespace] else { return nil }
      return XLIFF.FormatStyle(element, attributes: self["subFs", namespace])
    }
    set {
      let namespace = XLIFFModule.formatStyle.description
      self["fs", namespace] = newValue?.element
      self["subFs", namespace] = newValue?.attributes
    }
  }
}
