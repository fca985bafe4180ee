// The attributes whose values people read or hear: <https://html.spec.whatwg.org/multipage/dom.html#the-translate-attribute>
// names those of HTML, WAI-ARIA 1.3 its own (<https://w3c.github.io/aria/#translatable-attributes>).
internal import HTMLTokens

/// An attribute that holds text for people.
enum ReadableAttribute: UInt8, CaseIterable {
  case alt, title, ariaLabel, placeholder
  case ariaDescription, ariaPlaceholder, ariaRoleDescription, ariaValueText
  case summary, label, value, abbr, content
  /// One that a block's rule names.
  case ruled

  /// The attribute's name in lower case.
  var name: StaticString {
    switch self {
    case .alt: "alt"
    case .title: "title"
    case .ariaLabel: "aria-label"
    case .placeholder: "placeholder"
    case .ariaDescription: "aria-description"
    case .ariaPlaceholder: "aria-placeholder"
    case .ariaRoleDescription: "aria-roledescription"
    case .ariaValueText: "aria-valuetext"
    case .summary: "summary"
    case .label: "label"
    case .value: "value"
    case .abbr: "abbr"
    case .content: "content"
    case .ruled: "attribute"
    }
  }

  /// What a translator is told that it is.
  var label: String {
    switch self {
    case .alt: "text in place of an image"
    case .title: "tooltip"
    case .ariaLabel: "label for screen readers"
    case .placeholder, .ariaPlaceholder: "hint in a form field"
    case .ariaDescription: "description for screen readers"
    case .ariaRoleDescription: "kind of element for screen readers"
    case .ariaValueText: "value for screen readers"
    case .summary: "summary of a table"
    case .label: "label"
    case .value: "text of a button"
    case .abbr: "short form of a table's heading"
    case .content: "description of the page"
    case .ruled: "text in an attribute"
    }
  }

  /// The readable attribute that stands as `name` in a start tag, or nil.
  init?(_ name: Range<Int>, of token: HTMLToken, in bytes: Span<UInt8>) {
    switch name.count {
    case 3 where bytes.hasName("alt", name): self = .alt
    case 4 where token.element == .th && bytes.hasName("abbr", name): self = .abbr
    case 5 where bytes.hasName("title", name): self = .title
    case 5 where token.element == .input && bytes.hasName("value", name) && token.isButton(in: bytes): self = .value
    case 5 where token.element.hasLabel && bytes.hasName("label", name): self = .label
    case 7 where token.element == .table && bytes.hasName("summary", name): self = .summary
    case 7 where token.element == .meta && bytes.hasName("content", name) && token.describesPage(in: bytes):
      self = .content
    case 10 where bytes.hasName("aria-label", name): self = .ariaLabel
    case 11 where bytes.hasName("placeholder", name): self = .placeholder
    case 14 where bytes.hasName("aria-valuetext", name): self = .ariaValueText
    case 16 where bytes.hasName("aria-description", name): self = .ariaDescription
    case 16 where bytes.hasName("aria-placeholder", name): self = .ariaPlaceholder
    case 20 where bytes.hasName("aria-roledescription", name): self = .ariaRoleDescription
    default: return nil
    }
  }
}

extension HTMLElement {
  /// Whether its attribute `label` is shown.
  fileprivate var hasLabel: Bool { self == .track || self == .option || self == .optgroup }
}

extension HTMLToken {
  /// Whether this `input` shows its value as a button's text.
  fileprivate func isButton(in bytes: Span<UInt8>) -> Bool {
    guard let type = attribute("type", in: bytes)?.value else { return false }
    return bytes.hasName("button", type) || bytes.hasName("submit", type) || bytes.hasName("reset", type)
  }

  /// Whether this `meta` tells people what the page is about.
  fileprivate func describesPage(in bytes: Span<UInt8>) -> Bool {
    guard let name = (attribute("name", in: bytes) ?? attribute("property", in: bytes))?.value else { return false }
    let names: [StaticString] = [
      "description", "keywords", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description",
      "twitter:image:alt", "dc.title", "dc.description", "dcterms.title", "dcterms.description",
    ]
    return names.contains { bytes.hasName($0, name) }
  }
}
