// Reading `wpml-config.xml`: <https://wpml.org/documentation/support/language-configuration-files/>. What that vocabulary
// says and we don't understand is refused by name; sections that are not about an article's text are passed over.
internal import XMLStream

/// Reads one file of rules.
struct RulesReader {
  let file: String

  /// What the file says, by its sections.
  struct Sections {
    var fields: [FieldRule] = []
    /// The keys of fields that hold JSON, by the field's name.
    var fieldKeys: [(name: String, keys: [KeyRule])] = []
    var blocks: [(type: String, rule: BlockRule)] = []
    var shortcodes: [(name: [UInt8], rule: ShortcodeRule)] = []
    var widgets: [(name: [UInt8], rules: [KeyRule])] = []
  }

  /// Sections about what is not an article's text: a site's settings, terms, other page builders' own stores.
  private static let others: Set<String> = [
    "custom-types", "taxonomies", "custom-term-fields", "admin-texts", "language-switcher-settings", "shortcode-list",
    "built-with-page-builder", "beaver-builder-widgets", "siteorigin-widgets", "cornerstone-widgets",
    "translation-priority", "icl", "endpoints", "custom-css", "gettext-domains", "pages",
  ]

  /// The sections of the file.
  /// - Throws: `XMLError` at the line of what is wrong.
  func read(_ bytes: [UInt8]) throws(XMLError) -> Sections {
    let reader = XMLReader(bytes: bytes, file: file)
    var root: RuleElement?
    reading: while true {
      switch try reader.next() {
      case .startElement: root = try RuleElement(reader)
      case .endElement, .text: continue
      case .endOfDocument: break reading
      }
    }
    guard let root, root.name == "wpml-config" else {
      throw XMLError(
        file: file, line: root?.line ?? 1,
        problem: "this is not a wpml-config.xml: its root is \(root.map { "<\($0.name)>" } ?? "missing")",
        remedy: "give a file whose root is <wpml-config>")
    }
    var sections = Sections()
    for section in root.children {
      switch section.name {
      case "custom-fields": try readFields(section, into: &sections)
      case "custom-fields-texts":
        for key in section.children("key") {
          let name = try name(of: key)
          sections.fieldKeys.append((name, try keys(in: key)))
        }
      case "gutenberg-blocks":
        for block in section.children("gutenberg-block") { sections.blocks.append(try self.block(block)) }
      case "shortcodes":
        for shortcode in section.children("shortcode") { sections.shortcodes.append(try self.shortcode(shortcode)) }
      case "elementor-widgets":
        for widget in section.children("widget") { sections.widgets.append(try self.widget(widget)) }
      case let name where Self.others.contains(name): continue
      default:
        throw error(
          section, "<\(section.name)> is no section of a wpml-config.xml that is known here",
          remedy: "take it out, or see Documentation/rules.md for what is understood")
      }
    }
    return sections
  }

  /// An error at an element.
  func error(_ element: RuleElement, _ problem: String, remedy: String) -> XMLError {
    XMLError(file: file, line: element.line, problem: problem, remedy: remedy)
  }

  /// The attribute `name`, which has to be there.
  func name(of element: RuleElement) throws(XMLError) -> String {
    guard let name = element["name"], !name.isEmpty else {
      throw error(element, "<\(element.name)> has no name", remedy: "write its `name` attribute")
    }
    return name
  }

  /// One of the words that an attribute may have; nil where the attribute is absent.
  func word<Word: RawRepresentable & CaseIterable>(
    _ value: String?, _ attribute: String, of element: RuleElement
  ) throws(XMLError) -> Word? where Word.RawValue == String {
    guard let value else { return nil }
    guard let word = Word(rawValue: value) else {
      throw error(
        element, "\(attribute)=\"\(value)\" is not understood",
        remedy: "write one of \(Word.allCases.map(\.rawValue).filter { !$0.isEmpty }.joined(separator: ", "))")
    }
    return word
  }

  /// A `0` or a `1`; nil where the attribute is absent.
  func flag(_ value: String?, _ attribute: String, of element: RuleElement) throws(XMLError) -> Bool? {
    switch value {
    case nil: return nil
    case "1": return true
    case "0": return false
    case let other?:
      throw error(element, "\(attribute)=\"\(other)\" is neither 0 nor 1", remedy: "write 0 or 1")
    }
  }
}
