// The one place that hashes: the SHA-256 of swift-crypto.
internal import Crypto

/// A SHA-256, written as 64 hexadecimal digits.
package struct SourceHash: Sendable, Hashable, CustomStringConvertible {
  /// Lower-case hexadecimal.
  package let description: String

  /// The hash of `bytes`.
  package init(of bytes: [UInt8]) {
    description = Self.hexadecimal(SHA256.hash(data: bytes))
  }

  /// The hash of all text of `article` that is translated, and of nothing else: a save in WordPress that changes no text,
  /// and another way of escaping the same JSON, leave it as it is.
  package init(of article: Article) {
    var hasher = SHA256()
    for field in FieldRules.fields(of: article) {
      hasher.update(data: Array("\(field.name) \(field.bytes.count)\n".utf8))
      hasher.update(data: field.bytes)
    }
    description = Self.hexadecimal(hasher.finalize())
  }

  private static func hexadecimal(_ digest: SHA256Digest) -> String {
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { buffer in
      var count = 0
      for byte in digest {
        buffer[count] = digits[Int(byte >> 4)]
        buffer[count + 1] = digits[Int(byte & 15)]
        count += 2
      }
      return count
    }
  }
}
