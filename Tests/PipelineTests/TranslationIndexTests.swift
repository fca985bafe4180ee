import Testing

@testable import Pipeline

@Suite struct TranslationIndexTests {
  @Test func pathsAreAsTheyWere() {
    let all = ["in/nl/1.xlf", "in/nl/22.xlf", "3.xlf", "/4.xlf", "in/de/é.xlf", "in/nl/"]
    var paths = PathList()
    all.forEach { paths.append($0) }
    #expect((0..<paths.count).map { paths[$0] } == all)
  }

  @Test func findsTheFilesOfAnArticleInTheirOrder() {
    let found = [
      ("10", "a.xlf", 0), ("2", "a.xlf", 1), ("10", "b/c.xlf", 0), ("1", "b/d.xlf", 0), ("10", "b/d.xlf", 1),
    ]
    var paths = PathList()
    let names = ["a.xlf", "b/c.xlf", "b/d.xlf"]
    names.forEach { paths.append($0) }
    var index = TranslationIndex(paths: paths)
    for (article, path, number) in found {
      index.append(
        TranslationIndex.Entry(
          path: path, index: number, article: article, sourceLanguage: "en",
          targetLanguage: article == "2" ? "de" : "nl",
          line: number + 3, isNamed: path == "a.xlf"), path: names.firstIndex(of: path) ?? 0)
    }
    index.finish()
    #expect(index.count == 5)
    #expect((0..<5).map { index.article($0) } == found.map(\.0))
    #expect(index.entries(of: "10").map(\.path) == ["a.xlf", "b/c.xlf", "b/d.xlf"])
    #expect(index.entries(of: "10").map(\.line) == [3, 3, 4])
    #expect(index.entries(of: "10").map(\.isNamed) == [true, false, false])
    #expect(index.entries(of: "2").map(\.targetLanguage) == ["de"])
    #expect(index.entries(of: "3").isEmpty && index.entries(of: "").isEmpty && index.entries(of: "100").isEmpty)
  }
}
