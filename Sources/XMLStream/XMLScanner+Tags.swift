// Tags (XML 1.0, 3.1) and their attributes.

extension XMLScanner {
  /// `</name S? >`, the name as in the start tag.
  mutating func endTag(_ view: XMLView) -> Step {
    guard let element = open.last else { return .unsure }
    let base = view.base
    var at = position + 2
    guard element.length <= view.count - at else { return failure(view, at: view.count) }
    guard XMLRawName.words(base + at, count: element.length) == element.words,
      element.length <= 16 || names.isSpelled(base, at: at, element.spelling)
    else { return failure(view, at: at) }
    at += element.length
    while Self.isSpace(base[at]) { at += 1 }
    guard base[at] == 0x3E else { return failure(view, at: at) }
    position = at + 1
    return end()
  }

  /// Closes the innermost element.
  mutating func end() -> Step {
    guard let element = open.popLast() else { return .unsure }
    name = element.name
    spelling = element.spelling
    if element.declaresNamespaces { names.leaveScope() }
    return .endElement
  }

  mutating func startTag(_ view: XMLView) -> Step {
    let base = view.base
    guard open.count < Self.deepest, names.count < Self.mostNames else { return .unsure }
    guard let element = XMLRawName(base, at: position + 1, stop: &stop) else { return failure(view) }
    raw.removeAll(keepingCapacity: true)
    var at = stop
    var namespaces = 0
    while true {
      let gap = at
      while Self.isSpace(base[at]) { at += 1 }
      if base[at] == 0x3E || base[at] == 0x2F { break }
      guard at > gap, raw.count < Self.mostAttributes else { return failure(view, at: at) }
      guard let attribute = rawAttribute(view, at: at) else { return failure(view) }
      if attribute.name.declaresNamespace { namespaces += 1 }
      raw.append(attribute)
      at = attribute.value.upperBound + 1
    }
    let closes = base[at] == 0x2F
    if closes {
      at += 1
      guard base[at] == 0x3E else { return failure(view, at: at) }
    }
    // All of the tag is there: what is wrong from here on is wrong.
    if namespaces > 0, !enterScope(view) { return .unsure }
    guard let numbers = names.number(element, base, isAttribute: false),
      isSkipping && areAttributesPlain || resolveAttributes(view)
    else { return .unsure }
    name = numbers.name
    spelling = numbers.spelling
    open.append(
      Open(
        name: name, spelling: spelling, length: element.count, words: element.words, declaresNamespaces: namespaces > 0)
    )
    isEmpty = closes
    position = at + 1
    return .startElement
  }

  /// Takes in the namespaces that the start tag declares.
  private mutating func enterScope(_ view: XMLView) -> Bool {
    names.enterScope()
    for attribute in raw where attribute.name.declaresNamespace {
      guard !attribute.needsDecoding, names.declare(attribute.name, attribute.value, view.buffer) else { return false }
    }
    return true
  }

  /// Whether the attributes are surely right without being resolved: no prefixes, no references, no name twice.
  private var areAttributesPlain: Bool {
    for index in raw.indices {
      if raw[index].needsDecoding || raw[index].name.colon >= 0 { return false }
      for other in 0..<index where raw[other].name.words == raw[index].name.words { return false }
    }
    return true
  }

  /// Fills `attributes` with all that are not declarations of namespaces; no name may come twice.
  private mutating func resolveAttributes(_ view: XMLView) -> Bool {
    attributes.removeAll(keepingCapacity: true)
    for index in raw.indices {
      let one = raw[index]
      if one.name.declaresNamespace { continue }
      guard let numbers = names.number(one.name, view.base, isAttribute: true) else { return false }
      for known in attributes.indices where attributes[known].name == numbers.name { return false }
      var value = Slice(start: one.value.lowerBound, count: one.value.count)
      if one.needsDecoding {
        if !attributes.contains(where: \.value.isDecoded) { arena.removeAll(keepingCapacity: true) }
        let start = arena.count
        guard XMLDecoding.append(view.buffer, one.value, as: .attribute, to: &arena) else { return false }
        value = Slice(start: start, count: arena.count - start, isDecoded: true)
      }
      attributes.append(Attribute(name: numbers.name, spelling: numbers.spelling, value: value))
    }
    return true
  }

  /// `name S? = S? "value"`; the position behind the closing quote is one behind the value.
  @inline(__always)
  private mutating func rawAttribute(_ view: XMLView, at start: Int) -> RawAttribute? {
    let base = view.base
    guard let name = XMLRawName(base, at: start, stop: &stop) else { return nil }
    var at = stop
    while Self.isSpace(base[at]) { at += 1 }
    stop = at
    guard base[at] == 0x3D else { return nil }
    at += 1
    while Self.isSpace(base[at]) { at += 1 }
    stop = at
    let quote = base[at]
    guard quote == 0x22 || quote == 0x27 else { return nil }
    at += 1
    let from = at
    var needsDecoding = false
    while true {
      at = XMLDecoding.endOfPlainValue(base, from: at, quote: quote)
      let byte = base[at]
      if byte == quote { return RawAttribute(name: name, value: from..<at, needsDecoding: needsDecoding) }
      if byte >= 0x80 {
        let length = XMLCharacter.length(at: at, in: view.buffer)
        if length > 0 {
          at += length
          continue
        }
      } else if byte == 0x26 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        needsDecoding = true
        at += 1
        continue
      }
      stop = at
      return nil
    }
  }
}
