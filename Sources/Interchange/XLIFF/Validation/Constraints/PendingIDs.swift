/// Ids of a file that something names before they have come: judged when the file ends. A name costs its bytes and little
/// more, for a large file may have very many.
struct PendingIDs {
  private struct Entry {
    var id: UInt64
    var name: Range<Int32>
    var line: Int32
    var attribute: AttributeWord
  }

  private var entries: [Entry] = []
  private var names: [UInt8] = []

  /// Adds what `attribute` names, in UTF-8, unless `known` has it already.
  mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, by attribute: AttributeWord, line: @autoclosure () -> Int,
    unless known: HashedTable
  ) {
    let id = Hash.of(name)
    guard !known.contains(id) else { return }
    let start = Int32(truncatingIfNeeded: names.count)
    names.append(contentsOf: name.prefix(200))
    entries.append(
      Entry(
        id: id, name: start..<Int32(truncatingIfNeeded: names.count), line: Int32(truncatingIfNeeded: line()),
        attribute: attribute))
  }

  /// Reports what `known` still has not.
  func report(_ rule: ValidationRule, unless known: HashedTable, to log: MessageLog) {
    for entry in entries where !known.contains(entry.id) {
      let name = String(decoding: names[Int(entry.name.lowerBound)..<Int(entry.name.upperBound)], as: UTF8.self)
      log.add(
        rule, "\(entry.attribute.name) names \(Quoted.text(name)), which this file has not", line: Int(entry.line))
    }
  }

  /// Forgets everything.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }
}
