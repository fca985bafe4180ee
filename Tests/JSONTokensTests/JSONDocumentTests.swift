import JSONTokens
import Testing

struct JSONDocumentTests {
  private let bytes = Array(
    #" {"id" : 24931, "title":{"rendered":"A \"b\""}, "tags":[1,[2,3],{}], "id":7, "no":null, "\u0069d":8} "#.utf8)

  private func document() throws -> JSONDocument { try JSONDocument(bytes.span) }

  private func member(_ key: StaticString, of index: Int = 0) throws -> Int? {
    try document().member(key, of: index, in: bytes.span)
  }

  @Test func nodesStandInTheOrderOfTheText() throws {
    let text = Array(#"{"a":[1,"b\n"],"c":true}"#.utf8)
    let nodes = try JSONDocument(text.span).nodes
    #expect(nodes.map(\.kind) == [.object, .string, .array, .number, .string, .string, .true])
    #expect(nodes.map(\.range) == [0..<24, 2..<3, 5..<14, 6..<7, 9..<12, 16..<17, 19..<23])
    #expect(nodes.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
    #expect(nodes.map(\.isEscaped) == [false, false, false, false, true, false, false])
  }

  @Test func membersAreFoundByName() throws {
    let document = try document()
    let title = try #require(try member("title"))
    let rendered = try #require(try member("rendered", of: title))
    #expect(document.string(at: rendered, in: bytes.span) == Array(#"A "b""#.utf8))
    #expect(try member("rendered") == nil)
    #expect(try member("titl") == nil && member("titles") == nil && member("") == nil)
    let null = try #require(try member("no"))
    #expect(document.nodes[null].kind == .null)
    // The last of two counts; a key in escapes is not seen, as the documentation says.
    let id = try #require(try member("id"))
    #expect(document.integer(at: id, in: bytes.span) == 7)
    // Neither an array nor a text has members.
    let tags = try #require(try member("tags"))
    #expect(try member("id", of: tags) == nil && member("id", of: rendered) == nil)
  }

  @Test func membersKeepTheirOrder() throws {
    let document = try document()
    let keys = document.members(of: 0).map { document.string(at: $0.key, in: bytes.span) ?? [] }
    #expect(keys.map { String(decoding: $0, as: UTF8.self) } == ["id", "title", "tags", "id", "no", "id"])
    #expect(document.members(of: 0).allSatisfy { $0.value == $0.key + 1 })
    #expect(document.members(of: 1).isEmpty)
  }

  @Test func elementsSkipWhatIsInThem() throws {
    let document = try document()
    let tags = try #require(try member("tags"))
    let elements = document.elements(of: tags)
    #expect(elements.map { document.nodes[$0].kind } == [.number, .array, .object])
    #expect(document.elements(of: elements[1]).map { document.integer(at: $0, in: bytes.span) } == [2, 3])
    #expect(document.elements(of: elements[2]).isEmpty && document.elements(of: 0).isEmpty)
  }

  @Test(
    arguments: [
      ("1", 1), ("-0", 0), ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
      ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("true", nil), ("null", nil),
    ] as [(String, Int?)])
  func wholeNumbers(text: String, value: Int?) throws {
    let bytes = Array(text.utf8)
    #expect(try JSONDocument(bytes.span).integer(at: 0, in: bytes.span) == value)
  }

  @Test func onlyStringsGiveText() throws {
    let bytes = Array(#"[1,null,"",{},[]]"#.utf8)
    let document = try JSONDocument(bytes.span)
    #expect(document.elements(of: 0).map { document.string(at: $0, in: bytes.span) } == [nil, nil, [], nil, nil])
  }
}
