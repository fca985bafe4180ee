// The elements that all forms of content share.

extension [UInt8] {
  /// `<name>text</name>`.
  mutating func write(element name: String, _ text: [UInt8]) { write(element: name, "", text) }

  /// `<name …>text</name>`; `attributes` with their leading space.
  mutating func write(element name: String, _ attributes: String, _ text: [UInt8]) {
    write("<\(name)\(attributes)>")
    write(text)
    write("</\(name)>")
  }

  /// The rows of a table, head and body.
  mutating func write(tableHeader header: [[UInt8]], rows: [[[UInt8]]]) {
    write("<table class=\"has-fixed-layout\"><thead><tr>")
    for cell in header { write(element: "th", cell) }
    write("</tr></thead><tbody>")
    for row in rows {
      write("<tr>")
      for cell in row { write(element: "td", cell) }
      write("</tr>")
    }
    write("</tbody></table>")
  }

  /// `<figcaption>`, where there is a caption.
  mutating func write(caption: [UInt8]?) {
    if let caption { write(element: "figcaption", " class=\"wp-element-caption\"", caption) }
  }
}
