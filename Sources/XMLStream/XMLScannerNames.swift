// Names as they stand in tags, and the expanded names that they mean where they stand (Namespaces in XML 1.0).

/// A qualified name in a document.
struct XMLRawName {
  var range: Range<Int>
  /// Where its colon stands; -1 where it has none.
  var colon: Int
  /// A hash of its bytes.
  var hash: UInt64

  /// Whether it is `xmlns` or `xmlns:prefix`.
  @inline(__always)
  func declaresNamespace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = colon < 0 ? range.count : colon - range.lowerBound
    let start = range.lowerBound
    return count == 5 && bytes[start] == 0x78 && bytes[start + 1] == 0x6D && bytes[start + 2] == 0x6C
      && bytes[start + 3] == 0x6E && bytes[start + 4] == 0x73
  }
}

/// Numbers expanded names in the order of their appearance, and knows which namespaces are declared where.
struct XMLScannerNames {
  /// By number.
  private(set) var names: [XMLName] = []
  private var numbers: [XMLName: Int] = [:]

  /// A prefix (empty: the default namespace) and what it is bound to.
  private struct Binding {
    var prefix: [UInt8]
    var namespace: String
  }
  private var bindings: [Binding] = []
  /// For each element that declares namespaces: how many bindings there were before, and the number of the scope outside.
  private var outer: [(bindings: Int, scope: Int)] = []
  /// The scope at hand and the highest number so far: a qualified name means the same throughout a scope.
  private var scope = 0
  private var lastScope = 0

  /// What a qualified name meant when it was met last.
  private struct Known {
    var hash: UInt64
    var raw: Range<Int>
    var scope: Int
    var isAttribute: Bool
    var number: Int
  }
  private var known: [Known?] = Array(repeating: nil, count: 256)

  /// How many names there are.
  var count: Int { names.count }

  /// Begins a scope with declarations of its own.
  mutating func enterScope() {
    outer.append((bindings.count, scope))
    lastScope += 1
    scope = lastScope
  }

  /// Ends the innermost scope.
  mutating func leaveScope() {
    guard let last = outer.popLast() else { return }
    bindings.removeSubrange(last.bindings...)
    scope = last.scope
  }

  /// Binds a prefix in the scope at hand.
  /// - Returns: false for what is forbidden or rare: a prefix declared twice or bound to nothing, `xml`, what may be no
  ///   URI.
  mutating func declare(
    _ name: XMLRawName, _ value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let prefix = name.colon < 0 ? [] : Array(bytes[name.colon + 1..<name.range.upperBound])
    guard !prefix.starts(with: "xml".utf8), prefix.isEmpty || !value.isEmpty, let own = outer.last else { return false }
    for index in own.bindings..<bindings.count where bindings[index].prefix == prefix { return false }
    guard Self.isPlainURI(bytes, value) else { return false }
    let namespace = String(decoding: bytes[value], as: UTF8.self)
    guard namespace != XMLName.xmlNamespace, namespace != "http://www.w3.org/2000/xmlns/" else { return false }
    bindings.append(Binding(prefix: prefix, namespace: namespace))
    return true
  }

  /// Whether `range` is surely a URI (RFC 3986): nothing, a path, or a scheme and what may follow it without an escape, a
  /// query or a port.
  private static func isPlainURI(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var colons = 0
    var hasAuthority = false
    for index in range {
      let byte = bytes[index]
      switch byte {
      case 0x3A:
        guard index > range.lowerBound, !hasAuthority else { return false }
        colons += 1
      case 0x2F:
        // A scheme has letters and digits only; here it does where the first colon comes before the first slash.
        if index > range.lowerBound, bytes[index - 1] == 0x2F { hasAuthority = true }
      case 0x2D, 0x2E, 0x5F:
        guard colons > 0 || hasAuthority || !bytes[range].contains(0x3A) else { return false }
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return false
      }
    }
    guard let first = range.first else { return true }
    return colons == 0 ? !hasAuthority : (bytes[first] | 0x20) &- 0x61 < 26
  }

  /// The number of the expanded name that `raw` means here; nil where its prefix is not bound.
  @inline(__always)
  mutating func number(_ raw: XMLRawName, _ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool) -> Int? {
    let slot = Int(truncatingIfNeeded: (raw.hash ^ raw.hash >> 32) &* 2 &+ (isAttribute ? 1 : 0)) & 255
    if let last = known[slot], last.hash == raw.hash, last.scope == scope, last.isAttribute == isAttribute,
      Self.isSame(last.raw, raw.range, bytes)
    {
      return last.number
    }
    guard let number = resolve(raw, bytes, isAttribute: isAttribute) else { return nil }
    known[slot] = Known(hash: raw.hash, raw: raw.range, scope: scope, isAttribute: isAttribute, number: number)
    return number
  }

  @inline(__always)
  private static func isSame(_ left: Range<Int>, _ right: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where bytes[left.lowerBound + index] != bytes[right.lowerBound + index] { return false }
    return true
  }

  @inline(never)
  private mutating func resolve(
    _ raw: XMLRawName, _ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool
  ) -> Int? {
    let prefix = raw.colon < 0 ? [] : Array(bytes[raw.range.lowerBound..<raw.colon])
    let local = raw.colon < 0 ? raw.range : raw.colon + 1..<raw.range.upperBound
    let namespace: String
    if prefix.isEmpty, isAttribute {
      namespace = ""
    } else if prefix.elementsEqual("xml".utf8) {
      namespace = XMLName.xmlNamespace
    } else if let binding = bindings.last(where: { $0.prefix == prefix }) {
      namespace = binding.namespace
    } else if prefix.isEmpty {
      namespace = ""
    } else {
      return nil
    }
    let name = XMLName(String(decoding: bytes[local], as: UTF8.self), namespace: namespace)
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
