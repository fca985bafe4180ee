// Arguments and results of WordPress's own formatting tests (wordpress/vectors, GPL-2.0-or-later), read from beside the
// checkout and skipped where they are absent.
import Foundation
import TestSupport

/// One call of a WordPress function.
struct WordPressVector: CustomStringConvertible {
  var test: String
  var arguments: [Any]
  var expected: String
  var locale: String?

  var description: String { "\(test) \(arguments)" }

  /// The argument at `index` as text; nil where there is none or it is no text.
  func text(_ index: Int) -> String? { index < arguments.count ? arguments[index] as? String : nil }

  static func isAvailable(_ name: String) -> Bool { TestFiles.shared(path(name)) != nil }

  /// The vectors of one file whose result is a text.
  static func all(_ name: String) throws -> [WordPressVector] {
    guard let file = TestFiles.shared(path(name)),
      let rows = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]]
    else { return [] }
    return rows.compactMap { row in
      guard let test = row["test"] as? String, let arguments = row["args"] as? [Any],
        let expected = row["expected"] as? String
      else { return nil }
      return WordPressVector(test: test, arguments: arguments, expected: expected, locale: row["locale"] as? String)
    }
  }

  private static func path(_ name: String) -> String { "data/wordpress/vectors/\(name).json" }
}
