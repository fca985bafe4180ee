import Foundation
import TestSupport
import Testing
import XMLStream

/// The copy of a document; by default nothing is changed.
private func copied(
  _ bytes: [UInt8], windowSize: Int = XMLReader.windowSize,
  editing edit: (XMLReader.Markup, XMLReader, inout XMLByteWriter) throws -> XMLCopier.Action = { _, _, _ in .copy }
) throws -> [UInt8] {
  var copy: [UInt8] = []
  try XMLCopier.copy(
    .bytes(bytes), file: "t", windowSize: windowSize, to: { copy.append(contentsOf: $0) }, editing: edit)
  return copy
}

private func copied(
  _ text: String,
  editing edit: (XMLReader.Markup, XMLReader, inout XMLByteWriter) throws -> XMLCopier.Action = { _, _, _ in .copy }
) throws -> String {
  String(decoding: try copied([UInt8](text.utf8), editing: edit), as: UTF8.self)
}

@Suite struct XMLCopierTests {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  @Test func whatIsNotChangedStaysAsItIs() throws {
    let text = """
      <?style href='x' ?>
      <!-- before -->
      <p:a xmlns:p="urn:1" xmlns="urn:2" xmlns:q="urn:3" p:k="1" k="&lt;&#9;é" q:k="&quot;">
        <b xml:lang="nl"/><b></b>één &amp; &gt;&#13;<!-- c --><?pi?><c xmlns=""/>
      </p:a>
      <!-- behind -->
      <?pi x?>
      """
    let expected = Self.declaration + text.replacing("<b></b>", with: "<b/>")
    #expect(try copied(text) == expected)
    #expect(try copied("<a><![CDATA[<&]]>x</a>") == Self.declaration + "<a>&lt;&amp;x</a>")
  }

  @Test func utf16BecomesUTF8() throws {
    let text = "<é:a xmlns:é='urn:1'>é<!-- é --></é:a>"
    let utf16: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let copy = String(decoding: try copied(utf16), as: UTF8.self)
    #expect(copy == Self.declaration + text.replacing("'", with: "\""))
  }

  @Test func elementsTextsAndCommentsAreDropped() throws {
    let text = "<a>1<b>2<b>3</b></b><!-- c -->4<b/><c>5</c></a>"
    let copy = try copied(text) { event, reader, _ in
      switch event {
      case .startElement: reader.name.localName == "b" ? .drop : .copy
      case .comment: .drop
      case .text: reader.text == "4" ? .drop : .copy
      default: .copy
      }
    }
    #expect(copy == Self.declaration + "<a>1<c>5</c></a>")
  }

  @Test func tagsAreUnwrappedReplacedAndWrittenBefore() throws {
    let text = "<x:a xmlns:x='urn:old'><mrk>1<x:b k='v'/></mrk></x:a>"
    let copy = try copied(text) { event, reader, writer in
      switch event {
      case .startElement where reader.name.localName == "mrk":
        writer.element("note", "<")
        return .unwrap
      case .startElement:
        var tag = reader.startTag
        for index in tag.declarations.indices { tag.declarations[index].namespace = "urn:new" }
        if tag["k"] != nil {
          tag["k"] = nil
          tag["l"] = "\"w\""
          tag.localName = "c"
        }
        return .replace(tag)
      case .endElement where reader.name == XMLName("a", namespace: "urn:old"):
        writer.text("end")
        return .copy
      default: return .copy
      }
    }
    #expect(
      copy == Self.declaration
        + "<x:a xmlns:x=\"urn:new\"><note>&lt;</note>1<x:c l=\"&quot;w&quot;\"/>end</x:a>")
  }

  @Test func errorsAndWhatTheClosuresThrowComeThrough() throws {
    struct Stop: Error {}
    #expect(throws: XMLError.self) { try copied("<a><b></a>") }
    #expect(throws: Stop.self) { try copied("<a/>") { _, _, _ in throw Stop() } }
    #expect(throws: Stop.self) {
      try XMLCopier.copy(
        .bytes([UInt8]("<a/>".utf8)), file: "t", to: { _ in throw Stop() }, editing: { _, _, _ in .copy })
    }
  }

  @Test func piecesAreHandedOnAsTheyCome() throws {
    let text = "<a>" + String(repeating: "<b k='v'>text</b>", count: 40_000) + "</a>"
    var sizes: [Int] = []
    try XMLCopier.copy(
      .bytes([UInt8](text.utf8)), file: "t", to: { sizes.append($0.count) }, editing: { _, _, _ in .copy })
    #expect(sizes.reduce(0, +) == text.utf8.count + Self.declaration.utf8.count)
    #expect(sizes.allSatisfy { $0 < 70_000 } && sizes.count > 9)
  }
}

/// Canonical XML of copies, as xmllint has it.
@Suite struct XMLCopierCorpusTests {
  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Canonical form with comments (C14N 1.0), or nil where xmllint has none: relative namespace names have none.
  private static func canonical(_ path: String) throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: xmllint ?? "")
    process.arguments = ["--nonet", "--huge", "--c14n", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return process.terminationStatus == 0 && !bytes.isEmpty ? bytes : nil
  }

  /// Every file that is XML and has no document type declaration.
  @Test(
    .enabled(if: xmllint != nil && !XMLCorpusTests.files.isEmpty, "xmllint or third-party data are not there"))
  func copiesAreCanonicallyEqual() throws {
    var compared = 0
    var random = SeededGenerator(state: 11)
    for file in XMLCorpusTests.files {
      let bytes = try TestFiles.bytes(file)
      guard let copy = try? copied(bytes, windowSize: 4 + random.below(200)) else { continue }
      let again = try TemporaryFile(copy)
      guard let expected = try Self.canonical(file.path) else { continue }
      #expect(try Self.canonical(again.path) == expected, "\(file.path)")
      compared += 1
    }
    #expect(compared > 200)
  }
}
