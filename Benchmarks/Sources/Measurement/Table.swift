// Rows and columns for people.

/// A table of text: the first column to the left, all others to the right.
package struct Table {
  private var rows: [[String]]

  /// A table with a head.
  package init(header: [String]) { rows = [header] }

  /// Adds a row; one that is shorter than the head spans the rest with its last cell.
  package mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, without spaces at their ends.
  package var text: String {
    let count = rows.first?.count ?? 0
    let full = rows.filter { $0.count == count }
    let widths = (0..<count).map { column in full.map { $0[column].count }.max() ?? 0 }
    let first = max(widths.first ?? 0, rows.compactMap { $0.first?.count }.max() ?? 0)
    return rows.map { row in
      row.enumerated().map { column, cell in
        let width = column == 0 ? first : column < row.count - 1 || row.count == count ? widths[column] : 0
        let padding = String(repeating: " ", count: max(0, width - cell.count))
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// `value` with `places` digits after the point, rounded.
  package static func number(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let fraction = String(whole % scale)
    return "\(sign)\(whole / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
