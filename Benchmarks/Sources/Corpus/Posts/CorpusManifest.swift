// What a corpus on disk is, so that it is made once and made anew when it would be another.
package import FoundationEssentials

/// `corpus.json` beside the posts.
package struct CorpusManifest: Codable, Equatable, Sendable {
  /// What a corpus is made from.
  package struct Recipe: Codable, Equatable, Sendable {
    package var posts: Int
    package var seed: UInt64
    /// Of the examples' files.
    package var examples: String
    /// Raised by hand with every change of the generator that changes bytes, or where they lie.
    package var generator = 2

    /// A corpus of `posts` posts of the examples with the fingerprint `examples`.
    package init(posts: Int, seed: UInt64, examples: String) {
      self.posts = posts
      self.seed = seed
      self.examples = examples
    }
  }

  package var recipe: Recipe
  /// Bytes of the contents, that is of all files in `html/`.
  package var htmlBytes = 0
  /// Bytes of `posts.ndjson`.
  package var sourceBytes = 0
  /// The posts of `sample.ndjson`, a fiftieth of all, and the bytes of their contents.
  package var samplePosts = 0
  package var sampleHTMLBytes = 0
  /// Paragraphs, headings, items, cells, captions and alternative texts.
  package var texts = 0
  package var uniqueTexts = 0
  /// Posts of each form.
  package var forms: [String: Int] = [:]
  /// Of `posts.ndjson`: the same for the same recipe on any machine.
  package var fingerprint = ""

  /// A corpus of which nothing is written yet.
  package init(recipe: Recipe) { self.recipe = recipe }

  /// The manifest in `folder`, or nil where there is none that can be read.
  package init?(folder: String) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: folder + "/corpus.json")),
      let manifest = try? JSONDecoder().decode(CorpusManifest.self, from: data)
    else { return nil }
    self = manifest
  }

  /// The file's bytes.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(self)
  }

  /// A line for people.
  package var summary: String {
    let share = texts == 0 ? 0 : uniqueTexts * 1000 / texts
    let kinds = Post.Form.allCases.map { "\(forms[$0.rawValue] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    return
      "\(recipe.posts) posts (\(kinds)), seed \(recipe.seed): \(htmlBytes) bytes of HTML, \(sourceBytes) of NDJSON; "
      + "\(texts) texts, \(share / 10).\(share % 10) % of them unique; fingerprint \(fingerprint)"
  }
}
