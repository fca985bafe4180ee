// The articles that the corpus is made from.
internal import FoundationEssentials

/// What is used of an example.
package struct ExampleArticle {
  let title: String
  let rendered: String
  let description: String

  private struct File: Decodable {
    struct Field: Decodable { let rendered: String }
    struct Meta: Decodable { let rank_math_description: String? }
    let title: Field
    let content: Field
    let meta: Meta
  }

  /// All articles of a folder, by name, and the fingerprint of their files.
  /// - Throws: `CorpusError` where the folder or a file can't be read or is no article.
  package static func read(folder: String) throws(CorpusError) -> (articles: [ExampleArticle], fingerprint: String) {
    var articles: [ExampleArticle] = []
    var fingerprint = Fingerprint()
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
    } catch {
      throw CorpusError(path: folder, problem: "can't be read", remedy: "run this inside the repository")
    }
    for name in names {
      let path = folder + "/" + name
      do {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        fingerprint.add(Array(data))
        let file = try JSONDecoder().decode(File.self, from: data)
        articles.append(
          ExampleArticle(
            title: file.title.rendered, rendered: file.content.rendered,
            description: file.meta.rank_math_description ?? ""))
      } catch {
        throw CorpusError(
          path: path, problem: "is not an article as the REST API answers it (\(error))",
          remedy: "restore it: git checkout Examples")
      }
    }
    return (articles, String(fingerprint.value, radix: 16))
  }
}
