// How like two texts are, for finding what became of an edited one: words that both have. A memory's scores are finer.

/// Compares texts by their words.
enum TextSimilarity {
  /// The words of texts, as sorted hashes.
  struct Words {
    fileprivate var hashes: [UInt64] = []

    /// The words of `texts`, UTF-8: what stands between spaces and ASCII punctuation, ASCII letters in lower case.
    init(_ texts: [[UInt8]]) {
      for text in texts {
        var hash: UInt64 = 0
        for byte in text {
          if Self.isWordByte(byte) {
            let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
            hash = ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(lowered)) &* 0x100_0000_01B3
          } else if hash != 0 {
            hashes.append(hash)
            hash = 0
          }
        }
        if hash != 0 { hashes.append(hash) }
      }
      hashes.sort()
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
  }

  /// How many of 100 words both have (Sørensen and Dice); 0 where neither has any.
  static func percent(_ left: Words, _ right: Words) -> Int {
    let all = left.hashes.count + right.hashes.count
    guard all > 0 else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.hashes.count, j < right.hashes.count {
      if left.hashes[i] == right.hashes[j] {
        (i, j, common) = (i + 1, j + 1, common + 1)
      } else if left.hashes[i] < right.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 200 * common / all
  }
}
