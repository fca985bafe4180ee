import Measurement
import Testing

@Suite struct ReferenceTests {
  @Test func callsOnceForAsManyFilesAsFit() {
    let few = Reference(folder: "/", files: ["a.html", "b.html"])
    #expect(few.calls.map(\.commandLine) == ["xmllint --html --noout a.html b.html"])
    let many = (0..<100_000).map { "\(100_000 + $0).html" }
    let calls = Reference(folder: "/", files: many).calls
    #expect(calls.count == 2)
    #expect(calls.flatMap { $0.arguments.dropFirst(2) } == many)
  }
}
