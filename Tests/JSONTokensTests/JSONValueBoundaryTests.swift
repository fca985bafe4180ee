import JSONTokens
import TestSupport
import Testing

struct JSONValueBoundaryTests {
  /// Cuts a stream into its values, `chunk` bytes at a time, dropping what has been used as a reader with a small
  /// buffer does.
  private func values(of stream: [UInt8], chunk: () -> Int) -> [[UInt8]] {
    var values: [[UInt8]] = []
    var buffer: [UInt8] = []
    var rest = stream[...]
    var boundary = JSONValueBoundary()
    var at = 0
    while true {
      while at < buffer.count, [0x20, 0x09, 0x0A, 0x0D, 0x2C].contains(buffer[at]) { at += 1 }
      if at < buffer.count, let end = boundary.end(in: buffer.span, from: at) {
        values.append(Array(buffer[at..<end]))
        at = end
        boundary = JSONValueBoundary()
        continue
      }
      guard !rest.isEmpty else { break }
      buffer.removeSubrange(..<at)
      at = 0
      let next = rest.prefix(chunk())
      buffer += next
      rest = rest.dropFirst(next.count)
    }
    if at < buffer.count { values.append(Array(buffer[at...])) }
    return values
  }

  @Test func chunksMakeNoDifference() {
    var generator = SeededGenerator(state: 4)
    for _ in 0..<500 {
      let documents = (0..<generator.below(6)).map { _ in generator.document(depth: 3) }
      let separator: [UInt8] = [[0x2C], [0x0A], [0x2C, 0x20], [0x0D, 0x0A]][generator.below(4)]
      let stream = Array(documents.joined(separator: separator))
      let trimmed = documents.map { document in
        Array(document.trimmingPrefix { $0 <= 0x20 }.reversed().trimmingPrefix { $0 <= 0x20 }.reversed())
      }
      #expect(values(of: stream) { stream.count } == trimmed)
      #expect(values(of: stream) { 1 } == trimmed)
      #expect(values(of: stream) { 1 + generator.below(9) } == trimmed)
    }
  }

  @Test(
    arguments: [
      (#"{"a":"}]\""}, 1"#, 12), (#"[[],[{}]]]"#, 9), (#""a\\","#, 5), (#""\\\"" "#, 6), ("12,", 2), ("12]", 2),
      ("12}", 2),
      ("true\n", 4), ("{}{}", 2), ("\"a\"\"b\"", 3), ("12", nil), ("[1", nil), (#""a\""#, nil), (#"{"a":"b"#, nil),
      ("", nil),
    ] as [(String, Int?)])
  func ends(text: String, end: Int?) {
    var boundary = JSONValueBoundary()
    let bytes = Array("  \(text)".utf8)
    #expect(boundary.end(in: bytes.span, from: 2) == end.map { $0 + 2 })
  }

  /// A value that comes byte by byte is read once; a search that began anew would take its first quote for its last.
  @Test func everyByteIsReadOnce() {
    let bytes = [0x22] + [UInt8](repeating: 0x61, count: 1 << 14) + [0x22]
    var boundary = JSONValueBoundary()
    for length in 1..<bytes.count {
      guard boundary.end(in: bytes.span.extracting(first: length), from: 0) == nil else {
        Issue.record("the value ends before it has come, at \(length) bytes")
        return
      }
    }
    #expect(boundary.end(in: bytes.span, from: 0) == bytes.count)
  }
}
