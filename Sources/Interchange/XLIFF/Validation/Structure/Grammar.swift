// The tables in the form in which a document is checked against them: everything is looked up by number.

/// What documents of one version may hold.
final class Grammar: Sendable {
  /// What is asked of an element at each tag: numbers only, so that looking at it costs nothing.
  struct Shape: Sendable {
    /// A bit for each place where there must be a child, and where there may be only one.
    var required: UInt32 = 0
    var single: UInt32 = 0
    /// The place of elements of other namespaces.
    var otherPlace: UInt8 = Grammar.none
    /// Whether elements of any namespace may stand there, unjudged.
    var takesAny = false
    var holdsText = false
    /// Nothing may be in it.
    var isEmpty = false
    var isKnown = false
    var otherAttributes = Wildcard.nothing
  }

  /// The rest of what an element may hold.
  struct Element: Sendable {
    /// The children's names, place by place; `other` included.
    var places: [[String]] = []
    /// Module elements that may stand at `otherPlace`, and those of them that may only once; nil where it does not matter.
    var modules: [ElementWord]?
    var singleModules: [ElementWord] = []
    var requiredAttributes: [AttributeWord] = []
  }

  /// Which attributes an element may have beside those listed.
  enum Wildcard: Sendable {
    case nothing
    /// Those of other namespaces.
    case other
    /// The same but XML's (XLIFF 2.1, 4.2.3.6 `mrk`).
    case otherButXML
    /// Any: the table of 1.2 transitional.
    case anything
  }

  /// No place.
  static let none: UInt8 = 255

  let shapes: [Shape]
  let elements: [Element]
  /// The place of each child in each element: `parent * ElementWord.total + child`.
  let places: [UInt8]
  /// The type of each attribute of each element, from 1; 0 where it may not be there:
  /// `element * AttributeWord.total + attribute`.
  let attributes: [UInt8]
  let types: [ValueType]
  /// The types of attributes that stand on elements of others, wherever a wildcard lets them; 0 for the rest.
  let globalTypes: [UInt8]
  /// The prefix of the namespace that each element is in; empty for the core.
  let prefixes: [String]
  /// The same as numbers, 0 for the core.
  let families: [UInt8]
  /// Whether modules of 2.x are known.
  let hasModules: Bool

  /// Reads tables. What they name must be there: a mistake in a table is found by any test that validates.
  init(_ rules: [ElementRule], types named: [String: ValueType]) {
    var shapes = [Shape](repeating: Shape(), count: ElementWord.total)
    var elements = [Element](repeating: Element(), count: ElementWord.total)
    var places = [UInt8](repeating: Grammar.none, count: ElementWord.total * ElementWord.total)
    var attributes = [UInt8](repeating: 0, count: ElementWord.total * AttributeWord.total)
    var types: [ValueType] = []
    var typeNumbers: [String: UInt8] = [:]
    for rule in rules {
      guard let word = ElementWord.byName[rule.name] else { preconditionFailure("no element \(rule.name)") }
      var element = Element()
      var shape = Shape()
      shape.isKnown = true
      shape.isEmpty = rule.content.isEmpty
      for (place, particle) in Self.particles(rule.content).enumerated() {
        if particle.names == ["text"] { shape.holdsText = true }
        element.places.append(particle.names)
        if particle.isRequired { shape.required |= 1 << UInt32(place) }
        if particle.isSingle { shape.single |= 1 << UInt32(place) }
        for name in particle.names where name != "text" {
          if name == "other" || name == "any" {
            shape.otherPlace = UInt8(place)
            shape.takesAny = name == "any"
          } else if let child = ElementWord.byName[name] {
            places[Int(word.rawValue) * ElementWord.total + Int(child.rawValue)] = UInt8(place)
          } else {
            preconditionFailure("no element \(name)")
          }
        }
      }
      if let modules = rule.modules {
        let particles = Self.particles(modules)
        element.modules = particles.flatMap { $0.names.compactMap { ElementWord.byName[$0] } }
        element.singleModules = particles.filter(\.isSingle).flatMap { $0.names.compactMap { ElementWord.byName[$0] } }
      }
      for entry in rule.attributes.split(separator: ";") {
        let fields = entry.split(separator: " ")
        guard let first = fields.first else { continue }
        switch first {
        case "other": shape.otherAttributes = .other
        case "other-but-xml": shape.otherAttributes = .otherButXML
        case "unlisted": shape.otherAttributes = .anything
        default:
          let isRequired = first.hasSuffix("!")
          let name = String(isRequired ? first.dropLast() : first)
          guard let attribute = AttributeWord.byName[name] else { preconditionFailure("no attribute \(name)") }
          let typeName = fields.count > 1 ? String(fields[1]) : "text"
          if typeNumbers[typeName] == nil {
            guard let type = named[typeName] else { preconditionFailure("no type \(typeName)") }
            types.append(type)
            typeNumbers[typeName] = UInt8(types.count)
          }
          attributes[Int(word.rawValue) * AttributeWord.total + Int(attribute.rawValue)] = typeNumbers[typeName] ?? 0
          if isRequired { element.requiredAttributes.append(attribute) }
        }
      }
      shapes[Int(word.rawValue)] = shape
      elements[Int(word.rawValue)] = element
    }
    self.shapes = shapes
    self.elements = elements
    self.places = places
    self.attributes = attributes
    self.types = types
    var globalTypes = [UInt8](repeating: 0, count: AttributeWord.total)
    for (word, rawName) in AttributeWord.allCases.map({ ($0, $0.name) }) where rawName.contains(":") {
      let columns = stride(from: Int(word.rawValue), to: attributes.count, by: AttributeWord.total)
      globalTypes[Int(word.rawValue)] = columns.lazy.map { attributes[$0] }.first { $0 > 0 } ?? 0
    }
    self.globalTypes = globalTypes
    hasModules = rules.contains { $0.name.contains(":") }
    prefixes = ElementWord.allCases.map { word in
      let parts = word.name.split(separator: ":")
      return parts.count > 1 ? String(parts[0]) : ""
    }
    let known = Array(Set(prefixes)).sorted()
    families = prefixes.map { UInt8(known.firstIndex(of: $0) ?? 0) }
  }

  private struct Particle {
    var names: [String]
    var isRequired: Bool
    var isSingle: Bool
  }

  /// `a? (b | c)+` → two particles.
  private static func particles(_ content: String) -> [Particle] {
    var particles: [Particle] = []
    var names: [String] = []
    var isInChoice = false
    for token in content.replacing("(", with: " ( ").replacing(")", with: " )").replacing("|", with: " ")
      .split(separator: " ")
    {
      if token == "(" {
        isInChoice = true
        continue
      }
      let mark = token.last.flatMap { "?*+".contains($0) ? $0 : nil }
      let name = mark == nil ? token : token.dropLast()
      if name != ")" { names.append(String(name)) }
      if isInChoice && name != ")" { continue }
      isInChoice = false
      let isRequired = names != ["text"] && (mark == nil || mark == "+")
      particles.append(Particle(names: names, isRequired: isRequired, isSingle: mark == nil || mark == "?"))
      names = []
    }
    return particles
  }

  /// Whether an attribute may be on an element, as a number of `types` from 1; 0 where not.
  @inline(__always)
  func type(of attribute: AttributeWord, on element: ElementWord) -> UInt8 {
    attributes[Int(element.rawValue) * AttributeWord.total + Int(attribute.rawValue)]
  }

  /// The grammar that a document of `version` is checked against.
  static func of(_ version: XLIFF.Version, strict: Bool) -> Grammar {
    switch version {
    case .v2_0, .v2_1: version2_1
    case .v2_2: version2_2
    case .v1_2: strict ? version1_2Strict : version1_2
    }
  }

  private static let version2_1 = Grammar(Tables.core2(.v2_1) + Tables.modules, types: Tables.types2)
  private static let version2_2 = Grammar(Tables.core2(.v2_2) + Tables.modules, types: Tables.types2)
  private static let version1_2 = Grammar(Tables.xliff12(strict: false), types: Tables.types12)
  private static let version1_2Strict = Grammar(Tables.xliff12(strict: true), types: Tables.types12)
}

/// The tables, one file for each vocabulary.
enum Tables {}
