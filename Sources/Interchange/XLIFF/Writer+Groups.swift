extension XLIFF.Writer {
  /// The groups and units of a file in order: each unit in its group, and a group without units behind what the group around
  /// it holds.
  mutating func writeGroups(_ file: borrowing XLIFF.File) {
    var state = OpenGroups(file)
    for index in file.units.indices {
      enter(file.units[index].group, file, &state)
      write(file.units[index])
    }
    if let last = file.groups.indices.last { enter(last, file, &state) }
    close(downTo: nil, file, &state)
  }

  /// Opens and closes groups so that `group` is the innermost open one. A group that has been closed stays closed: what
  /// claims to stand in it stands in the nearest group around it that is open.
  private mutating func enter(_ group: Int?, _ file: borrowing XLIFF.File, _ state: inout OpenGroups) {
    if let group, group < file.groups.count {
      // They begin in their order, those too that hold no unit.
      while state.next <= group { begin(file, &state) }
    }
    var nearest = group
    while let index = nearest, file.groups.indices.contains(index), !state.open.contains(index) {
      let parent = file.groups[index].parent
      // A group stands behind the one around it.
      nearest = parent.flatMap { $0 < index ? $0 : nil }
    }
    close(downTo: nearest, file, &state)
  }

  /// Begins the next group, in the one that it stands in.
  private mutating func begin(_ file: borrowing XLIFF.File, _ state: inout OpenGroups) {
    let group = state.next
    close(downTo: file.groups[group].parent, file, &state)
    // What was to be written before the groups around it ended has been.
    guard state.next == group else { return }
    begin(file.groups[group])
    state.open.append(group)
    state.next += 1
  }

  /// Ends groups until `group` is the innermost open one, or none is. Before one ends, groups without units that it holds
  /// are written.
  private mutating func close(downTo group: Int?, _ file: borrowing XLIFF.File, _ state: inout OpenGroups) {
    while let last = state.open.last, last != group {
      if state.next < file.groups.count, file.groups[state.next].parent == last, !state.holdsUnits[state.next] {
        begin(file.groups[state.next])
        state.open.append(state.next)
        state.next += 1
        continue
      }
      state.open.removeLast()
      endGroup()
    }
  }
}

/// Which groups of a file have begun.
private struct OpenGroups {
  /// Those that have not ended, innermost last.
  var open: [Int] = []
  /// The groups before this one have begun.
  var next = 0
  /// Whether a unit stands in a group, or in one that stands in it.
  private(set) var holdsUnits: [Bool]

  init(_ file: borrowing XLIFF.File) {
    holdsUnits = file.groups.map { _ in false }
    for index in file.units.indices {
      var group = file.units[index].group
      while let held = group, held >= 0, held < holdsUnits.count, !holdsUnits[held] {
        holdsUnits[held] = true
        group = file.groups[held].parent
      }
    }
  }
}
