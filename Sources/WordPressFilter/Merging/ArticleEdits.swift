// All edits of one article. A tag's attribute may stand inside a code of a unit that is edited itself: its edit is made in
// the code's bytes then, so that no two edits meet.
internal import HTMLTokens
internal import Interchange

/// Gathers what changes in the units of one article and turns it into edits of its fields.
struct ArticleEdits {
  /// The bytes that edits are ranges of: a field, or a decoded attribute of a block in one.
  private struct Place: Hashable {
    var field: Int
    var attribute: ObjectIdentifier?

    init(_ location: UnitLocation) {
      field = location.field
      if case .blockAttribute(let own) = location.host { attribute = ObjectIdentifier(own) }
    }

    init(_ field: Int, _ attribute: DecodedAttribute?) {
      self.field = field
      self.attribute = attribute.map(ObjectIdentifier.init)
    }
  }

  private var texts: [(location: UnitLocation, changes: [UnitTranslation.Change])] = []
  private var attributes: [(location: UnitLocation, changes: [UnitTranslation.Change])] = []
  /// Edits inside tags that are no units'.
  private var tags: [(field: Int, host: DecodedAttribute?, edits: [Edit])] = []
  /// Texts inside the codes of other texts.
  private var islands: [(location: UnitLocation, changes: [UnitTranslation.Change])] = []

  /// Arrays that are written anew, each as a whole.
  private var arrays: [(array: ChildArray, location: UnitLocation, target: XLIFF.Content)] = []

  /// Takes note that a unit which `array` repeats becomes `target`.
  mutating func add(_ target: XLIFF.Content, in array: ChildArray, at location: UnitLocation) {
    arrays.append((array, location, target))
  }

  /// Takes note of what changes in the unit that stands at `location`; the changes are in the order of the text.
  mutating func add(_ changes: [UnitTranslation.Change], at location: UnitLocation) {
    guard !changes.isEmpty else { return }
    if location.encoding.isAttribute {
      attributes.append((location, changes))
    } else if location.isInsideCode {
      islands.append((location, changes))
    } else {
      texts.append((location, changes))
    }
  }

  /// Takes note of edits inside the tags of a field, or of a block's attribute in it; none of an attribute that is a unit.
  mutating func add(_ edits: [Edit], inTagsOf field: Int, _ host: DecodedAttribute? = nil) {
    if !edits.isEmpty { tags.append((field, host, edits)) }
  }

  /// The edits of each of `fields`, in no order; no two of them overlap.
  func edits(of fields: [ArticleField]) -> [[Edit]] {
    var nested: [Place: [Edit]] = [:]
    var hosts: [Place: DecodedAttribute] = [:]
    for (location, changes) in attributes {
      if case .blockAttribute(let host) = location.host { hosts[Place(location)] = host }
      nested[Place(location), default: []] += Self.edits(changes, at: location, fields, nested: [])
    }
    for (field, host, edits) in tags {
      let place = Place(field, host)
      if let host { hosts[place] = host }
      nested[place, default: []] += edits
    }
    for place in nested.keys { nested[place]?.sort { $0.range.lowerBound < $1.range.lowerBound } }
    var edits: [Place: [Edit]] = [:]
    for (location, changes) in islands {
      let place = Place(location)
      edits[place, default: []] += Self.edits(changes, at: location, fields, nested: nested[place] ?? [])
    }
    for (place, own) in edits {
      nested[place] = Self.combine(own, with: nested[place] ?? []).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    edits.removeAll()
    for (location, changes) in texts {
      let place = Place(location)
      if case .blockAttribute(let host) = location.host { hosts[place] = host }
      edits[place, default: []] += Self.edits(changes, at: location, fields, nested: nested[place] ?? [])
    }
    for (place, own) in nested { edits[place] = Self.combine(edits[place] ?? [], with: own) }

    var result = [[Edit]](repeating: [], count: fields.count)
    for (place, own) in edits {
      guard let host = hosts[place] else {
        result[place.field] += own
        continue
      }
      result[place.field] += own.map { edit in
        Edit(host.map[edit.range.lowerBound]..<host.map[edit.range.upperBound], host.escaped(edit.replacement))
      }
    }
    for (field, own) in Dictionary(grouping: arrays, by: \.location.field) { Self.write(own, &result[field]) }
    return result
  }

  /// Adds the edits of the arrays of one field; each takes in those that are inside of it.
  private static func write(
    _ arrays: [(array: ChildArray, location: UnitLocation, target: XLIFF.Content)], _ edits: inout [Edit]
  ) {
    let sorted = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var next = 0
    edits.removeAll(keepingCapacity: true)
    for (array, location, target) in arrays.sorted(by: { $0.array.range.lowerBound < $1.array.range.lowerBound }) {
      while next < sorted.count, sorted[next].range.lowerBound < array.range.lowerBound {
        edits.append(sorted[next])
        next += 1
      }
      let first = next
      while next < sorted.count, sorted[next].range.upperBound <= array.range.upperBound { next += 1 }
      let nested = Array(sorted[first..<next])
      if let json = array.json(of: target, location.pieces, nested: nested) {
        edits.append(Edit(array.range, json))
      } else {
        edits += nested
      }
    }
    edits += sorted[next...]
  }

  private static func edits(
    _ changes: [UnitTranslation.Change], at location: UnitLocation, _ fields: [ArticleField], nested: [Edit]
  ) -> [Edit] {
    let bytes =
      switch location.host {
      case .field: fields[location.field].bytes
      case .blockAttribute(let attribute): attribute.bytes
      case .childArray(let array): array.bytes
      }
    var writer = SegmentEdit(location: location, bytes: bytes, nested: nested)
    return changes.map { writer.edit(for: $0) }
  }

  /// `outer`, and of `nested` those that stand in none of them.
  private static func combine(_ outer: [Edit], with nested: [Edit]) -> [Edit] {
    let sorted = outer.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var index = 0
    return sorted
      + nested.filter { edit in
        while index < sorted.count, sorted[index].range.upperBound <= edit.range.lowerBound { index += 1 }
        return index == sorted.count || sorted[index].range.lowerBound >= edit.range.upperBound
      }
  }
}
