// What merged posts are written as.

/// The kinds of output of `merge`.
package enum OutputFormat: String, Sendable, CaseIterable {
  /// `<folder>/<locale>/<post id>.json`: a request to WordPress's REST API, a file each.
  case json
  /// `<folder>/<locale>/<source's name>.ndjson`: the same, a post a line.
  case ndjson
  /// `<folder>/<locale>/<source's name>.xml`: an export for WordPress's importer.
  case wxr
  /// `<folder>/<locale>/<post id>.html`: a page to look at, a file each.
  case html

  /// How the names of files end that hold many posts; nil where each post has a file.
  var streamEnding: String? {
    switch self {
    case .ndjson: "ndjson"
    case .wxr: "xml"
    case .json, .html: nil
    }
  }
}
