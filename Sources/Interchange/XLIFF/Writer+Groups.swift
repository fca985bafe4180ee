extension XLIFF.Writer {
  /// The groups and units of a file in order: each unit in its group, groups without units where their turn is.
  mutating func writeGroups(_ file: borrowing XLIFF.File) {
    var open: [Int] = []
    /// The groups before this one have begun.
    var next = 0
    for index in file.units.indices {
      enter(file.units[index].group, file, &open, &next)
      write(file.units[index])
    }
    if let last = file.groups.indices.last { enter(last, file, &open, &next) }
    for _ in open { endGroup() }
  }

  /// Opens and closes groups so that `group` is the innermost open one. A group that has been closed stays closed: what
  /// claims to stand in it stands in the nearest group around it that is open.
  private mutating func enter(_ group: Int?, _ file: borrowing XLIFF.File, _ open: inout [Int], _ next: inout Int) {
    if let group, group < file.groups.count {
      // They begin in their order, those too that hold no unit.
      while next <= group {
        close(&open, downTo: file.groups[next].parent)
        begin(file.groups[next])
        open.append(next)
        next += 1
      }
    }
    var nearest = group
    while let index = nearest, file.groups.indices.contains(index), !open.contains(index) {
      let parent = file.groups[index].parent
      // A group stands behind the one around it.
      nearest = parent.flatMap { $0 < index ? $0 : nil }
    }
    close(&open, downTo: nearest)
  }

  /// Ends groups until `group` is the innermost open one, or none is.
  private mutating func close(_ open: inout [Int], downTo group: Int?) {
    while let last = open.last, last != group {
      open.removeLast()
      endGroup()
    }
  }
}
