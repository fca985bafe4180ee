// Very many paths in little memory: most lie in few folders.

/// Paths by number, each as its folder and the bytes of its name.
struct PathList: Sendable {
  private struct Item {
    /// An index into `folders`.
    var folder: Int32
    /// Where its name ends in `names`; it begins where that of the one before ends.
    var end: Int
  }

  /// Each with its slash; empty for a name without one.
  private var folders: [String] = []
  private var numbers: [String: Int32] = [:]
  private var names: [UInt8] = []
  private var items: [Item] = []

  /// How many there are.
  var count: Int { items.count }

  /// Adds `path`, whose number is the count before.
  mutating func append(_ path: String) {
    let start = path.utf8.lastIndex(of: 0x2F).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
    let folder = String(path[..<start])
    let number = numbers[folder] ?? Int32(folders.count)
    if Int(number) == folders.count {
      folders.append(folder)
      numbers[folder] = number
    }
    names.append(contentsOf: path.utf8[start...])
    items.append(Item(folder: number, end: names.count))
  }

  /// The path of that number.
  subscript(number: Int) -> String {
    let start = number > 0 ? items[number - 1].end : 0
    return folders[Int(items[number].folder)] + String(decoding: names[start..<items[number].end], as: UTF8.self)
  }
}
