// Language tags as RFC 5646 (BCP 47) writes them. Whether their subtags are registered is not asked.

/// Tests language tags.
enum LanguageTag {
  /// Whether `tag` is well-formed: RFC 5646, 2.1 and 2.2.9, with no variant and no singleton twice (2.2.5, 2.2.6).
  static func isWellFormed(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    // The grammar has no bound; a program has, for it remembers variants and singletons.
    if tag.count > 500 { return false }
    if isGrandfathered(tag) { return true }
    var subtags = Subtags(tag)
    guard subtags.areSound, let first = subtags.next() else { return false }
    if isSingleton(first, 0x78) { return subtags.next() != nil }
    guard isLetters(first), first.count >= 2 else { return false }
    var subtag = subtags.next()
    if first.count <= 3 {
      var extended = 0
      while let next = subtag, next.count == 3, isLetters(next), extended < 3 {
        extended += 1
        subtag = subtags.next()
      }
    }
    if let script = subtag, script.count == 4, isLetters(script) { subtag = subtags.next() }
    if let region = subtag, (region.count == 2 && isLetters(region)) || (region.count == 3 && isDigits(region)) {
      subtag = subtags.next()
    }
    var seen: [String] = []
    while let variant = subtag, isVariant(variant) {
      guard !note(variant, in: &seen) else { return false }
      subtag = subtags.next()
    }
    seen = []
    while let singleton = subtag, singleton.count == 1, !isSingleton(singleton, 0x78) {
      guard !note(singleton, in: &seen) else { return false }
      subtag = subtags.next()
      guard let value = subtag, value.count >= 2 else { return false }
      while let value = subtag, value.count >= 2 { subtag = subtags.next() }
    }
    if let privateUse = subtag, isSingleton(privateUse, 0x78) {
      guard subtags.next() != nil else { return false }
      return true
    }
    return subtag == nil
  }

  private static func isVariant(_ subtag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    subtag.count >= 5 || (subtag.count == 4 && (subtag.first.map { (0x30...0x39).contains($0) } ?? false))
  }

  /// Whether `subtag` was there before, in any case; puts it in.
  private static func note(_ subtag: Slice<UnsafeBufferPointer<UInt8>>, in seen: inout [String]) -> Bool {
    let text = String(decoding: subtag, as: UTF8.self).lowercased()
    defer { seen.append(text) }
    return seen.contains(text)
  }

  private static func isSingleton(_ subtag: Slice<UnsafeBufferPointer<UInt8>>, _ letter: UInt8) -> Bool {
    subtag.count == 1 && subtag.first.map { $0 | 0x20 } == letter
  }

  private static func isLetters(_ subtag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    subtag.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  private static func isDigits(_ subtag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    subtag.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// RFC 5646, 2.2.8: tags that were registered before and do not follow the grammar. Those that do follow it need no
  /// list.
  private static let irregular: Set<String> = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
    "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
  ]

  private static func isGrandfathered(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tag.count >= 5, tag.count <= 10, tag[0] | 0x20 == 0x69 || tag[0] | 0x20 == 0x73 || tag[0] | 0x20 == 0x65
    else { return false }
    return irregular.contains(String(decoding: tag, as: UTF8.self).lowercased())
  }

  /// The subtags between hyphens.
  private struct Subtags {
    private let tag: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ tag: UnsafeBufferPointer<UInt8>) { self.tag = tag }

    /// Whether all are of 1 to 8 letters and digits.
    var areSound: Bool {
      var length = 0
      for byte in tag {
        if byte == 0x2D {
          guard length > 0 else { return false }
          length = 0
          continue
        }
        guard (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) else { return false }
        length += 1
        if length > 8 { return false }
      }
      return length > 0
    }

    mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
      guard position < tag.count else { return nil }
      let start = position
      while position < tag.count, tag[position] != 0x2D { position += 1 }
      defer { position += 1 }
      return tag[start..<position]
    }
  }
}
