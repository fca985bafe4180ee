// What an import did, for programs.
internal import JSONTokens
internal import Publication
internal import WordPressFilter

/// The report of an import as JSON.
package enum ImportReport {
  /// `{"version": 1, "articles": […], "unmatched": […], "failures": […]}` with a line feed at the end. Each article has its
  /// counts by outcome, which add up to the units of its files, and each unit that has more to say than `applied`.
  package static func json(_ results: [ImportStage.Result], _ report: ImportStage.Report) -> [UInt8] {
    var object = JSONObjectWriter()
    object.member("version", json: number(1))
    object.member("articles", array: results.map(article))
    object.member("unmatched", array: report.unmatched.map { string($0.path) })
    object.member("failures", array: report.failures.map { string("\($0)") })
    return object.finish() + [0x0A]
  }

  private static func article(_ result: ImportStage.Result) -> [UInt8] {
    var object = JSONObjectWriter(depth: 2)
    object.member("post", json: string(result.article))
    object.member("lang", json: string(result.language))
    object.member("file", json: string(result.path))
    object.member("imported", array: result.translations.map(string))
    object.member("units", json: number(result.outcomes.count))
    for kind in UnitOutcome.Kind.allCases { object.member(kind.rawValue, json: number(result.count(kind))) }
    object.member("segments", json: number(result.segments))
    object.member("translated", json: number(result.translatedSegments))
    object.member("candidates", json: number(result.candidates))
    object.member(
      "remarks",
      array: result.outcomes.filter { $0.reason != nil }.map { outcome in
        var item = JSONObjectWriter(depth: 3)
        item.member("unit", json: string(outcome.unit))
        item.member("outcome", json: string(outcome.kind.rawValue))
        let path = result.translations.indices.contains(outcome.file) ? result.translations[outcome.file] : ""
        item.member("file", json: string(path))
        item.member("line", json: number(outcome.line))
        item.member("reason", json: string(outcome.reason ?? ""))
        return item.finishObject()
      })
    return object.finishObject()
  }

  private static func string(_ text: String) -> [UInt8] { JSONString.encoded(Array(text.utf8)) }
  private static func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }
}
