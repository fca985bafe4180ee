import Foundation
import TestSupport
import Testing
import XMLStream

/// A temporary file that goes with this.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    path = NSTemporaryDirectory() + "overzet-xml-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { unlink(path) }
}

@Suite struct XMLSourceTests {
  private static let text =
    "<a>\n" + String(repeating: "<b k='&lt;é'>een &amp; twee</b><!-- c -->\r\n<c/>", count: 5000) + "</a>\n"
  private static let bytes = [UInt8](text.utf8)

  @Test func filesDescriptorsAndBytesAreReadAlike() throws {
    let account = Account(Self.bytes, scans: false)
    #expect(account.error == nil && account.events.count > 25_000)
    let file = try TemporaryFile([UInt8]("skip me".utf8) + Self.bytes)
    let descriptor = open(file.path, O_RDONLY)
    defer { close(descriptor) }
    for scans in [false, true] {
      #expect(Account(source: .file(path: try TemporaryFile(Self.bytes).path), scans: scans).error != nil)
      let whole = try TemporaryFile(Self.bytes)
      #expect(Account(source: .file(path: whole.path), scans: scans) == account)
      // A document may begin inside of a file; the descriptor stays where it is.
      lseek(descriptor, 7, SEEK_SET)
      #expect(Account(source: .descriptor(descriptor), scans: scans) == account)
      #expect(lseek(descriptor, 0, SEEK_CUR) == 7)
      let bytes = Self.bytes
      let made = XMLSource.positioned { offset, buffer in
        let count = min(buffer.count, bytes.count - offset, 777)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
        return count
      }
      #expect(Account(source: made, scans: scans) == account)
    }
  }

  @Test(arguments: ["", "<é/>", "</a>"])
  func whatTheScannerLeavesIsReadAgainFromTheStart(end: String) throws {
    // Behind much that the scanner has read comes what it has not.
    let bytes = [UInt8](Self.text.dropLast(5).utf8) + [UInt8]((end + "</a>").utf8)
    let file = try TemporaryFile(bytes)
    let account = Account(source: .file(path: file.path), scans: true)
    #expect(account == Account(bytes, scans: false))
    #expect((account.error == nil) == (end != "</a>"))
    if let error = account.error { #expect(error.line == 5002) }
  }

  @Test func pipesAreReadToTheirEnd() throws {
    let pipe = Pipe()
    let bytes = Self.bytes
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: bytes)
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let account = Account(source: .descriptor(pipe.fileHandleForReading.fileDescriptor), scans: true)
    #expect(account == Account(bytes, scans: false))
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let missing = Account(source: .file(path: "/nowhere/at all.xlf"), scans: true)
    #expect(missing.error?.problem.contains("No such file") == true, "\(missing)")
    let folder = Account(source: .file(path: "/"), scans: true)
    #expect(folder.error?.problem.contains("directory") == true, "\(folder)")
  }

  @Test func memoryDoesNotFollowTheDocument() throws {
    let piece = [UInt8](String(repeating: "<b k='v'>een &amp; twee</b>\n", count: 40).utf8)
    let count = 50_000
    let source = XMLSource.positioned { offset, buffer in
      guard offset < 3 + count * piece.count else { return 0 }
      if offset == 0 {
        buffer.copyBytes(from: "<a>".utf8)
        return 3
      }
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(piece.count - (offset - 3) % piece.count))
      room.copyBytes(from: piece[(offset - 3) % piece.count..<(offset - 3) % piece.count + room.count])
      return room.count
    }
    for scans in [false, true] {
      let reader = try XMLReader(source: source, file: "t", scans: scans)
      var seen = 0
      var most = 0
      // 20,000 elements of the two million: what is held has long stopped growing.
      while seen < 20_000, try reader.next() != .endOfDocument {
        seen += 1
        most = max(most, reader.heldBytes)
      }
      #expect(most < 4_000_000, "\(most)")
    }
  }

  @Test func aStartTagThatMayComeAgainIsFoundWhereverItIsCut() throws {
    for size in [4, 5, 7, 13, 40] {
      for filler in 0..<40 {
        let space = String(repeating: "x", count: filler)
        let reader = { (rest: String) in
          let reader = try XMLReader(
            source: .bytes([UInt8]("<a><file/>\(space)\(rest)</a>".utf8)), file: "t", windowSize: size)
          _ = try reader.next()
          _ = try reader.next()
          return reader
        }
        #expect(try !reader("").mayHoldStartTag("file"))
        #expect(try !reader("<files/><b file='x'/>").mayHoldStartTag("file"))
        #expect(try reader("<p:file id='1'>").mayHoldStartTag("file"))
        #expect(try reader("\(space)<file>").mayHoldStartTag("file"))
      }
    }
  }
}

/// The OASIS suites, through windows of all sizes.
@Suite struct XMLCorpusTests {
  /// The files below the folder of third-party data that are XML by their names; none where it is not there, and the
  /// tests are skipped.
  static let files: [URL] = {
    guard let data = TestFiles.shared("data") else { return [] }
    let all = FileManager.default.enumerator(at: data, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let kinds: Set<String> = ["xlf", "xml", "tbx", "xliff", "srx"]
    return all.filter { kinds.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !files.isEmpty, "third-party data is not there"))
  func scannerAndLibxml2AgreeOnEveryFile() throws {
    var scanned = 0
    var random = SeededGenerator(state: 10)
    for file in Self.files {
      let bytes = try TestFiles.bytes(file)
      for keepsMarkup in [false, true] {
        let account = Account(bytes, scans: false, keepsMarkup: keepsMarkup)
        for size in [4 + random.below(60), 300, XMLReader.windowSize] {
          let other = Account(bytes, scans: true, keepsMarkup: keepsMarkup, windowSize: size)
          #expect(other == account, "\(file.path) \(size) \(keepsMarkup)")
        }
        if account.error == nil { scanned += 1 }
      }
    }
    #expect(scanned > 300)
  }
}
