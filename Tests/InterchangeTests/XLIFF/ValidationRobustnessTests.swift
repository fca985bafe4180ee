// Files that nobody wrote: OASIS's suites and our own writer's, changed at random. Where the suites are absent, only ours
// are changed; where the schemas or xmllint are, nothing is compared.
import Foundation
import Interchange
import TestSupport
import Testing
import XMLStream

@Suite struct XLIFFValidationRobustnessTests {
  /// Valid documents to begin with.
  private static let seeds: [[UInt8]] = {
    let suites = ConformanceSuite.all.flatMap { (try? $0.files("valid")) ?? [] }.compactMap { try? TestFiles.bytes($0) }
    let ours = XLIFF.Version.allCases.flatMap { version in
      (1...6 as ClosedRange<UInt64>).map { XLIFF.Writer.bytes(of: RandomDocument.make(seed: $0, version: version)) }
    }
    return suites + ours
  }()

  /// Bytes cut, flipped, doubled: whatever comes of it, the validator comes back, and says the same twice.
  @Test func noMutationOfBytesDoesHarm() {
    var random = SeededGenerator(state: 4)
    for round in 0..<10_000 {
      var bytes = Self.seeds[random.below(Self.seeds.count)]
      for _ in 0...random.below(4) {
        guard bytes.count > 8 else { break }
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] ^= UInt8(1 << random.below(8))
        case 1: bytes[place] = [0x22, 0x3C, 0x3E, 0x26, 0x23, 0x2F, 0x00, 0xFF, 0x3A][random.below(9)]
        case 2: bytes.removeLast(min(bytes.count, random.below(200)))
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(60)))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(60))], at: place)
        }
      }
      let messages = try? XLIFF.Validator.validate(bytes: bytes, fileName: "mutant")
      if round % 50 == 0 {
        #expect((try? XLIFF.Validator.validate(bytes: bytes, fileName: "mutant")) == messages)
      }
    }
  }

  /// The same with well-formed documents, whose lines are in order.
  @Test func noMutationOfElementsDoesHarm() throws {
    var random = SeededGenerator(state: 5)
    for _ in 0..<2_000 {
      let root = try MutableElement.read(Self.seeds[random.below(Self.seeds.count)])
      for _ in 0...random.below(4) { root.mutate(&random) }
      guard let messages = try? XLIFF.Validator.validate(bytes: root.bytes, fileName: "mutant") else { continue }
      #expect(messages.map(\.line) == messages.map(\.line).sorted())
    }
  }

  /// What the schemas refuse, the validator refuses. The schemas of 2.x let whitespace be where nothing may be, and some
  /// rules of the text are in no schema: so nothing is asked of what they accept.
  @Test(
    .enabled(if: SchemaValidator.isAvailable && !ConformanceSuite.all.isEmpty, "needs OASIS's schemas and xmllint"),
    arguments: [XLIFF.Version.v1_2, .v2_1, .v2_2])
  func whatTheSchemasRefuseIsRefused(version: XLIFF.Version) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overzet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let namespace = version.namespace.description
    let seeds = try Self.seeds.filter { try MutableElement.read($0).name.namespace == namespace }
    var random = SeededGenerator(state: 6)
    var accepted: [URL] = []
    for number in 0..<400 {
      let root = try MutableElement.read(seeds[random.below(seeds.count)])
      root.mutate(&random)
      let bytes = root.bytes
      let messages = try? XLIFF.Validator.validate(bytes: bytes, fileName: "mutant")
      guard let messages, !messages.contains(where: { $0.severity == .error }) else { continue }
      let file = folder.appendingPathComponent("\(number).xlf")
      try Data(bytes).write(to: file)
      accepted.append(file)
    }
    #expect(accepted.count > 50)
    let schema = try #require(SchemaValidator.schemas(for: version).first)
    #expect(try SchemaValidator.complaints(about: accepted, schema: schema) == "")
  }
}
