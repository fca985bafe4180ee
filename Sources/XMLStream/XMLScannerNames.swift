// Names as they stand in tags, and the expanded names that they mean where they stand (Namespaces in XML 1.0).
internal import CLibXML2
internal import Glibc

/// Numbers expanded names in the order of their appearance, names as they stand likewise, and knows which namespaces
/// are declared where.
struct XMLScannerNames {
  /// Expanded names by number.
  private(set) var names: [XMLName] = []
  private var numbers: [XMLName: Int] = [:]
  /// Names as they stand, by number: their bytes.
  private(set) var spellings: [[UInt8]] = []
  private var spelled: [[UInt8]: Int] = [:]

  /// A prefix (empty: the default namespace) and what it is bound to.
  private struct Binding {
    var prefix: [UInt8]
    var namespace: String
  }
  private var bindings: [Binding] = []
  /// For each element that declares namespaces: how many bindings there were before, and the number of the scope
  /// outside.
  private var outer: [(bindings: Int, scope: Int)] = []
  /// The scope at hand and the highest number so far: a qualified name means the same throughout a scope.
  private var scope = 0
  private var lastScope = 0

  /// What a qualified name meant when it was met last.
  private struct Known {
    var words = SIMD2<UInt64>.zero
    /// Its length twice, and one where it was an attribute's; 0 in a free slot.
    var shape = 0
    var scope = 0
    var number = 0
    var spelling = 0
  }
  private var known = [Known](repeating: Known(), count: 512)

  /// How many names there are, as they stand.
  var count: Int { max(spellings.count, names.count) }

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
  /// - Returns: false for what is forbidden or rare: a prefix declared twice or bound to nothing, `xml`, what libxml2
  ///   takes for no URI.
  mutating func declare(
    _ name: XMLRawName, _ value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let prefix = name.colon < 0 ? [] : Array(bytes[name.start + name.colon + 1..<name.start + name.count])
    guard !prefix.starts(with: "xml".utf8), prefix.isEmpty || !value.isEmpty, let own = outer.last else { return false }
    for index in own.bindings..<bindings.count where bindings[index].prefix == prefix { return false }
    let namespace = String(decoding: bytes[value], as: UTF8.self)
    guard namespace.isEmpty || oxml_is_uri(namespace) == 1 else { return false }
    guard namespace != XMLName.xmlNamespace, namespace != "http://www.w3.org/2000/xmlns/" else { return false }
    bindings.append(Binding(prefix: prefix, namespace: namespace))
    return true
  }

  /// The numbers of the expanded name that `raw` means here, and of `raw` as it stands; nil where its prefix is not
  /// bound.
  @inline(__always)
  mutating func number(
    _ raw: XMLRawName, _ base: UnsafePointer<UInt8>, isAttribute: Bool
  ) -> (name: Int, spelling: Int)? {
    let shape = raw.count << 1 | (isAttribute ? 1 : 0)
    let mixed = (raw.words.x ^ raw.words.y &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(truncatingIfNeeded: (mixed >> 40) ^ UInt64(truncatingIfNeeded: shape)) & 511
    let last = known[slot]
    if last.shape == shape, last.words == raw.words, last.scope == scope,
      raw.count <= 16 || isSpelled(raw, base, last.spelling)
    {
      return (last.number, last.spelling)
    }
    guard let found = resolve(raw, base, isAttribute: isAttribute) else { return nil }
    known[slot] = Known(
      words: raw.words, shape: shape, scope: scope, number: found.name, spelling: found.spelling)
    return found
  }

  /// Whether the name that begins at `start` is that of number `spelling`.
  func isSpelled(_ base: UnsafePointer<UInt8>, at start: Int, _ spelling: Int) -> Bool {
    spellings[spelling].withUnsafeBufferPointer { own in
      own.baseAddress.map { memcmp($0, base + start, own.count) == 0 } ?? false
    }
  }

  @inline(never)
  private func isSpelled(_ raw: XMLRawName, _ base: UnsafePointer<UInt8>, _ spelling: Int) -> Bool {
    spellings[spelling].count == raw.count && isSpelled(base, at: raw.start, spelling)
  }

  @inline(never)
  private mutating func resolve(
    _ raw: XMLRawName, _ base: UnsafePointer<UInt8>, isAttribute: Bool
  ) -> (name: Int, spelling: Int)? {
    let whole = Array(UnsafeBufferPointer(start: base + raw.start, count: raw.count))
    let prefix = raw.colon < 0 ? [] : Array(whole[..<raw.colon])
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
    let name = XMLName(String(decoding: whole[(raw.colon + 1)...], as: UTF8.self), namespace: namespace)
    return (Self.number(of: name, in: &numbers, &names), Self.number(of: whole, in: &spelled, &spellings))
  }

  private static func number<Name: Hashable>(
    of name: Name, in numbers: inout [Name: Int], _ names: inout [Name]
  ) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
