import Interchange
import Testing

@Suite struct ReaderHeadsTests {
  private static let head =
    "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' trgLang='nl'>"

  private static func file(_ number: Int, prefix: String = "") -> String {
    "<\(prefix)file id='f\(number)' original='post-\(number)'>"
      + "<mda:metadata xmlns:mda='urn:oasis:names:tc:xliff:metadata:2.0'><mda:metaGroup category='overzet'>"
      + "<mda:meta type='post-id'>\(number)</mda:meta></mda:metaGroup></mda:metadata>\n"
      + "<\(prefix)group id='g'><\(prefix)unit id='u'><\(prefix)segment><\(prefix)source>file</\(prefix)source>"
      + "</\(prefix)segment></\(prefix)unit></\(prefix)group><\(prefix)unit id='v'/></\(prefix)file>"
  }

  private static func heads(_ text: String) throws -> [(XLIFF.Document, XLIFF.File)] {
    var heads: [(XLIFF.Document, XLIFF.File)] = []
    try XLIFF.Reader.readHeads(bytes: [UInt8](text.utf8), fileName: "t") { heads.append(($0, $1)) }
    return heads
  }

  @Test func ofOneFileOnlyTheHeadIsRead() throws {
    let text = Self.head + "\n" + Self.file(7) + "</xliff>"
    let heads = try Self.heads(text)
    #expect(heads.map(\.1.id) == ["f7"])
    #expect(heads[0].1.metadatum("post-id") == "7")
    #expect(heads[0].1.line == 2)
    #expect(heads[0].1.units.isEmpty)
    #expect(heads[0].0.targetLanguage == "nl")
    // What is broken behind the head is for whoever reads the file.
    #expect(try Self.heads(String(text.dropLast(40)) + "<broken").count == 1)
  }

  @Test func eachOfSeveralFilesIsFound() throws {
    let text = Self.head + Self.file(1) + "\n" + Self.file(2) + Self.file(3) + "</xliff>"
    let heads = try Self.heads(text)
    #expect(heads.map(\.1.id) == ["f1", "f2", "f3"])
    #expect(heads.map { $0.1.metadatum("post-id") } == ["1", "2", "3"])
    #expect(heads.map(\.1.line) == [1, 3, 4])
  }

  @Test func anyPrefixNamesAFile() throws {
    let text =
      "<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en'>"
      + Self.file(1, prefix: "x:") + Self.file(2, prefix: "x:") + "</x:xliff>"
    #expect(try Self.heads(text).map(\.1.id) == ["f1", "f2"])
  }

  @Test func filesOf12AndEmptyOnesHaveHeads() throws {
    let text = """
      <xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'>
      <file original='post-1' source-language='en' target-language='nl' datatype='html'>
      <header><note from='overzet'>post-id=1</note></header><body><trans-unit id='u'><source>a</source></trans-unit></body>
      </file>
      <file original='post-2' source-language='en' target-language='nl' datatype='html'/>
      </xliff>
      """
    let heads = try Self.heads(text)
    #expect(heads.map(\.1.original) == ["post-1", "post-2"])
    #expect(heads[0].1.metadatum("post-id") == "1")
    #expect(heads.map(\.1.line) == [2, 5])
  }

  @Test func otherEncodingsHideNothing() throws {
    let text = Self.head + Self.file(1) + Self.file(2) + "</xliff>"
    let utf16: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    var count = 0
    try XLIFF.Reader.readHeads(bytes: utf16, fileName: "t") { _, _ in count += 1 }
    #expect(count == 2)
  }

  @Test func randomDocumentsHaveTheHeadsOfTheirFiles() throws {
    for seed in 0..<100 {
      for version in XLIFF.Version.allCases {
        let document = RandomDocument.make(seed: UInt64(seed), version: version)
        let bytes = XLIFF.Writer.bytes(of: document)
        var heads: [XLIFF.File] = []
        try XLIFF.Reader.readHeads(bytes: bytes, fileName: "t") { _, file in heads.append(file) }
        let files = try XLIFF.Reader.read(bytes: bytes, fileName: "t").files
        #expect(heads.map(\.id) == files.map(\.id))
        #expect(heads.map(\.metadata) == files.map(\.metadata))
        #expect(heads.map(\.line) == files.map(\.line))
      }
    }
  }
}
