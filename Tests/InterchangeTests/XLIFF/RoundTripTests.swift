import Interchange
import TestSupport
import Testing
import XMLStream

/// The law: what is written is read back, in every version, as far as the version can hold it (`held`).
@Suite struct XLIFFRoundTripTests {
  @Test(arguments: XLIFF.Version.allCases, 1...150 as ClosedRange<UInt64>)
  func whatIsWrittenIsReadBack(version: XLIFF.Version, seed: UInt64) throws {
    let document = RandomDocument.make(seed: seed, version: version)
    let bytes = XLIFF.Writer.bytes(of: document)
    var read = try XLIFF.Reader.read(bytes: bytes, fileName: "random.xlf").withoutLines
    var held = document.held.withoutLines
    if version == .v1_2 { (read, held) = (read.withoutAnnotationIDs, held.withoutAnnotationIDs) }
    #expect(read.version == held.version && read.targetLanguage == held.targetLanguage)
    try #require(read.files.count == held.files.count)
    for (file, expected) in zip(read.files, held.files) {
      #expect(file.metadata == expected.metadata && file.notes == expected.notes)
      try #require(file.units.count == expected.units.count)
      for (unit, expected) in zip(file.units, expected.units) where unit != expected {
        Issue.record("\(unit.id): \(difference(expected, unit))")
      }
    }
    if read != held { Issue.record("\(difference(held, read))") }
  }

  @Test(arguments: XLIFF.Version.allCases)
  func whatIsReadAndWrittenAgainIsTheSameBytes(version: XLIFF.Version) throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      let first = try XLIFF.Reader.read(
        bytes: XLIFF.Writer.bytes(of: RandomDocument.make(seed: seed, version: version)), fileName: "a.xlf")
      let bytes = XLIFF.Writer.bytes(of: first)
      let second = try XLIFF.Reader.read(bytes: bytes, fileName: "b.xlf")
      #expect(XLIFF.Writer.bytes(of: second) == bytes, "seed \(seed)")
    }
  }

  @Test(arguments: XLIFF.Version.allCases)
  func aFileWithoutUnitsStaysOne(version: XLIFF.Version) throws {
    let file = XLIFF.File(id: "post-1", original: "post-1")
    let document = XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: nil, files: [file])
    let read = try XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "a.xlf")
    #expect(read.withoutLines == document)
  }
}

/// Damaged input: an error or a document, never a trap, and never half a document.
@Suite struct XLIFFDamageTests {
  @Test(arguments: XLIFF.Version.allCases)
  func aFileCutAnywhereIsRefused(version: XLIFF.Version) {
    let bytes = XLIFF.Writer.bytes(of: RandomDocument.make(seed: 7, version: version))
    // The last two bytes are the end of `</xliff>` and a line feed.
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      #expect(throws: XMLError.self, "cut at \(length)") {
        try XLIFF.Reader.read(bytes: Array(bytes[..<length]), fileName: "cut.xlf")
      }
    }
  }

  @Test(arguments: XLIFF.Version.allCases, 1...200 as ClosedRange<UInt64>)
  func changedBytesNeverTrap(version: XLIFF.Version, seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var bytes = XLIFF.Writer.bytes(of: RandomDocument.make(seed: seed, version: version))
    for _ in 0..<3 {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
      }
    }
    guard let document = try? XLIFF.Reader.read(bytes: bytes, fileName: "a.xlf") else { return }
    #expect((try? XLIFF.Validator.validate(bytes: bytes, fileName: "a.xlf")) != nil)
    // Whatever was read can be written and read again.
    #expect((try? XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "b.xlf")) != nil)
  }
}
