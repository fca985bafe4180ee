// Fragment identifiers: how an IRI points into an XLIFF document (XLIFF 2.1, 3; XLIFF 2.2 Part 1, 2).

/// A fragment identifier, read.
struct FragmentIdentifier: Equatable {
  /// What is wrong with one.
  struct Fault: Error, Equatable {
    var rule: ValidationRule
    var text: String
  }

  /// The last selector: what in the file, group or unit is meant.
  enum Leaf: Equatable {
    /// The file, group or unit itself.
    case nothing
    case note(String)
    case data(String)
    /// In a target.
    case target(String)
    /// A segment, an ignorable or an inline element in a source.
    case source(String)
    /// By a module's prefix.
    case module(prefix: String, id: String)
  }

  var file: String?
  var group: String?
  var unit: String?
  var leaf = Leaf.nothing

  /// Reads what stands behind the `#`.
  /// - Throws: `Fault` where it breaks the grammar or names what nobody defined.
  init(_ text: Substring) throws(Fault) {
    let selectors = (text.first == "/" ? text.dropFirst() : text).split(
      separator: "/", omittingEmptySubsequences: false)
    var prefixes: Set<Substring> = []
    var rank = 0
    for selector in selectors {
      let (prefix, id) = try Self.split(selector)
      guard prefixes.insert(prefix).inserted else {
        throw Fault(
          rule: .fragmentOrder,
          text: prefix.isEmpty ? "two selectors without a prefix" : "two selectors with the prefix \(prefix)")
      }
      guard leaf == .nothing else {
        throw Fault(rule: .fragmentOrder, text: "\(Quoted.text(String(selector))) stands behind the last selector")
      }
      switch prefix {
      case "f": try Self.take(&file, id, 1, &rank)
      case "g": try Self.take(&group, id, 2, &rank)
      case "u": try Self.take(&unit, id, 3, &rank)
      case "n": leaf = .note(id)
      case "d": leaf = .data(id)
      case "t": leaf = .target(id)
      case "": leaf = .source(id)
      default:
        guard KnownNamespace.fragmentPrefixes.contains(String(prefix)) else {
          throw Fault(rule: .fragmentPrefix, text: "the prefix \(prefix) is no module's")
        }
        leaf = .module(prefix: String(prefix), id: id)
      }
    }
  }

  private static func take(
    _ selector: inout String?, _ id: String, _ place: Int, _ rank: inout Int
  ) throws(Fault) {
    guard rank < place else {
      throw Fault(rule: .fragmentOrder, text: "file, group and unit are not in this order")
    }
    rank = place
    selector = id
  }

  private static func split(_ selector: Substring) throws(Fault) -> (prefix: Substring, id: String) {
    var prefix: Substring = ""
    var id = selector
    if let sign = selector.firstIndex(of: "=") {
      prefix = selector[..<sign]
      id = selector[selector.index(after: sign)...]
      guard isNMTOKEN(prefix) else {
        throw Fault(rule: .fragmentForm, text: "the prefix \(Quoted.text(String(prefix))) is no NMTOKEN")
      }
    }
    guard isNMTOKEN(id) else {
      throw Fault(rule: .fragmentForm, text: "the id \(Quoted.text(String(id))) is no NMTOKEN")
    }
    return (prefix, String(id))
  }

  private static func isNMTOKEN(_ text: Substring) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { Lexical.isNMTOKEN($0) }
  }
}

extension Hash {
  /// The bits of a text.
  static func of(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer { of($0) } }
}
