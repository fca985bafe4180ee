// The units of an article as merging wants them: all of those that somebody has translated, and of the others the ids.
internal import Interchange

/// Keeps the units of one article that returned files translate, while the article is read. For one thread at a time.
final class ReturnedUnits {
  /// The files that came back.
  let files: [XLIFF.File]
  /// For each of their units whether it is translated.
  let isTranslated: [[Bool]]
  private let hasTranslations: Bool

  /// The ids of the article's units, one behind the other, and where each ends.
  private var identifiers: [UInt8] = []
  private var ends: [Int] = []
  /// For each of the article's units its place in `units`; -1 for one that nobody has translated.
  private(set) var places: [Int32] = []
  /// The units that are translated, without notes and data.
  private(set) var units: [XLIFF.Unit] = []
  /// For each of them where it stands.
  private(set) var locations: [[UnitLocation]] = []
  /// Where the other units stand that stand in attributes of blocks.
  private(set) var others: [UnitLocation] = []
  /// Segments of all units of the article.
  private(set) var segments = 0

  /// The next unit of the only file, if it has the article's order.
  private var next = 0
  private var table: [String: (index: Int, isTranslated: Bool)]?

  init(_ files: [XLIFF.File]) {
    self.files = files
    isTranslated = files.map { file in file.units.indices.map { UnitTranslation.isTranslated(file.units[$0]) } }
    hasTranslations = isTranslated.contains { $0.contains(true) }
  }

  /// How many units the article has.
  var count: Int { ends.count }

  /// The id of the article's unit `index`.
  func identifier(_ index: Int) -> String { String(decoding: identifiers[bytes(index)], as: UTF8.self) }

  /// Whether `id` is that of the article's unit `index`.
  func isIdentifier(_ id: String, of index: Int) -> Bool {
    let range = bytes(index)
    return identifiers.withUnsafeBufferPointer { Self.isSame(id, UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func bytes(_ index: Int) -> Range<Int> { (index > 0 ? ends[index - 1] : 0)..<ends[index] }

  /// Takes note of the article's next unit.
  /// - Returns: whether it is translated, and has to be kept.
  func add(_ identifier: [UInt8], segments count: Int) -> Bool {
    identifiers.append(contentsOf: identifier)
    ends.append(identifiers.count)
    segments += count
    let isWanted = isWanted(identifier)
    places.append(isWanted ? Int32(units.count) : -1)
    return isWanted
  }

  /// Keeps the unit that was added last.
  func keep(_ unit: XLIFF.Unit, _ locations: [UnitLocation]) {
    units.append(unit)
    self.locations.append(locations)
  }

  /// Takes note of where a unit stands that is not kept.
  func addOther(_ locations: [UnitLocation]) { others += locations }

  private func isWanted(_ identifier: [UInt8]) -> Bool {
    if files.count == 1, next < files[0].units.count,
      identifier.withUnsafeBufferPointer({ Self.isSame(files[0].units[next].id, $0) })
    {
      next += 1
      if isTranslated[0][next - 1] { return true }
      // Its id may come again, further down, with a translation.
      guard hasTranslations else { return false }
    }
    let known = lookUp(String(decoding: identifier, as: UTF8.self))
    if let known { next = known.index + 1 }
    return known?.isTranslated ?? false
  }

  private func lookUp(_ id: String) -> (index: Int, isTranslated: Bool)? {
    if let table { return table[id] }
    var table: [String: (index: Int, isTranslated: Bool)] = [:]
    for number in files.indices {
      for (index, unit) in files[number].units.enumerated() {
        table[unit.id, default: (index, false)].isTranslated =
          isTranslated[number][index] || table[unit.id]?.isTranslated ?? false
      }
    }
    self.table = table
    return table[id]
  }

  private static func isSame(_ id: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var id = id
    return id.withUTF8 { own in
      guard own.count == bytes.count else { return false }
      for index in 0..<own.count where own[index] != bytes[index] { return false }
      return true
    }
  }
}
