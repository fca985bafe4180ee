import Testing

@testable import XMLStream

@Suite struct XMLByteWriterReplacementTests {
  @Test(arguments: [("ab", "Z"), ("ab", "ZZZZ"), ("", "Z"), ("ab", "")])
  func whatFollowsTakesThePlace(head: String, new: String) {
    for room in [0, 1, 50] {
      for body in ["", "x", String(repeating: "body", count: 100)] {
        var writer = XMLByteWriter(capacity: 1)
        writer.text("start")
        writer.text(head)
        writer.leaveRoom(room)
        let range = 5..<writer.count
        writer.text(body)
        let tail = writer.count
        writer.text(new)
        writer.replace(range, withWhatFollows: tail)
        writer.text("end")
        #expect(String(decoding: writer.take(), as: UTF8.self) == "start" + new + body + "end")
        writer.text("again")
        #expect(String(decoding: writer.take(), as: UTF8.self) == "again")
      }
    }
  }
}
