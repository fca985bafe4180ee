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

  /// The hash of all fields of `article` that `rules` find text in, and of nothing else: a save in WordPress that changes no text,
  /// and another way of escaping the same JSON, leave it as it is.
  package init(of article: Article, _ rules: TextRules) { self.init(of: rules.fields(of: article)) }

  /// The same of these fields, which are all that have text in them.
  init(of fields: [ArticleField]) {
    var hasher = SHA256()
    for field in fields {
      hasher.update(data: Array("\(field.name) \(field.bytes.count)\n".utf8))
      hasher.update(data: field.bytes)
    }
    description = Self.hexadecimal(hasher.finalize())
  }

  /// The hash of all of `article` that goes into a post made of it: its text, and what is copied.
  package init(ofAllIn article: Article) {
    var hasher = SHA256()
    func add(_ bytes: [UInt8]) {
      hasher.update(data: Array("\(bytes.count)\n".utf8))
      hasher.update(data: bytes)
    }
    for bytes in [article.title, article.content, article.excerpt] { add(bytes) }
    for field in article.meta + article.advancedFields {
      add(Array(field.key.utf8))
      add(field.json)
    }
    let facts = [article.link, article.guid, article.slug, article.language, article.date, article.categorySlug]
    for fact in facts { add(Array((fact ?? "").utf8)) }
    add(Array("\(article.type) \(article.categories) \(article.tags) \(article.featuredMedia ?? 0)".utf8))
    // What only exports tell; nothing is added where there is none of it.
    for term in article.terms { add(Array("\(term.domain) \(term.slug) ".utf8) + term.name) }
    for setting in article.settings { add(Array("\(setting.name) \(setting.value)".utf8)) }
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
