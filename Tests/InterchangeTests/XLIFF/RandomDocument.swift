import Interchange
import TestSupport

/// Makes documents that are valid in `version` and use as much of the model as they can.
struct RandomDocument {
  private var random: SeededGenerator
  let version: XLIFF.Version
  var codeCount = 0
  /// Ids of start codes that still want their end, later in the unit.
  var openCodes: [String] = []
  private var unitIDs: [String] = []

  /// Whether there are elements and attributes that 1.2's strict schema does not know.
  var hasExtensions = true
  /// Whether there is what 2.x can say and 1.2 can't: characters that XML forbids, gaps that change places.
  var hasOnly2 = true

  static func make(seed: UInt64, version: XLIFF.Version, hasExtensions: Bool = true, hasOnly2: Bool = true)
    -> XLIFF.Document
  {
    var maker = RandomDocument(random: SeededGenerator(state: seed), version: version)
    maker.hasExtensions = hasExtensions
    maker.hasOnly2 = hasOnly2
    var document = XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: "nl-BE")
    if version == .v2_2, maker.chance(30) {
      document.notes = maker.notes()
      document.modules.metadata = maker.metadata()
    }
    if maker.chance(20), hasExtensions { document.modules.attributes = [.init("tool", namespace: "urn:mine", "\"9\"")] }
    for number in 1...maker.count(3, from: 1) { document.files.append(maker.file(number)) }
    return document
  }

  private init(random: SeededGenerator, version: XLIFF.Version) {
    self.random = random
    self.version = version
  }

  mutating func count(_ limit: Int, from least: Int = 0) -> Int { .random(in: least...limit, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { count(99) < percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[count(values.count - 1)] }

  private mutating func file(_ number: Int) -> XLIFF.File {
    var file = XLIFF.File(id: "post-\(number)", original: "https://example.org/?p=\(number)&lang=en")
    if chance(50) { file.skeletonReference = "posts/\(number).json" }
    if chance(70) {
      file.metadata = [.init("sourceHash", "1a2b"), .init("titel", "is = \"<waar>\" & \t\n zo"), .init("leeg", "")]
    }
    if chance(50) { file.notes = notes() + [.init(category: "url", "https://example.org/?a=1&b=2"), .init("vrij")] }
    if chance(40) { addModules(to: &file) }
    unitIDs = (0..<count(6)).map { "content-\($0)-\(number)" }
    for id in unitIDs { file.units.append(unit(id)) }
    if chance(30) { addGroups(to: &file) }
    return file
  }

  private mutating func unit(_ id: String) -> XLIFF.Unit {
    codeCount = 0
    openCodes = []
    var unit = XLIFF.Unit(id: id, name: chance(50) ? "content <1>" : nil, translate: chance(85))
    if chance(30) {
      unit.notes = notes() + [.init(category: "block", "core/paragraph"), .init("let op\nde tweede regel")]
    }
    if chance(30) { unit.maximumLength = count(300, from: 1) }
    let segments = count(4, from: 1)
    for number in 1...segments {
      if number > 1, chance(60) { unit.parts.append(ignorable(number)) }
      unit.parts.append(segment(number))
    }
    // Ends that are owed go into the last segment, on both sides.
    let last = unit.parts.count - 1
    for id in openCodes {
      for side in [\XLIFF.Part.source, \.targetOrEmpty] where side == \.source || unit.parts[last].target != nil {
        let end = unit.parts[last][keyPath: side].text.count
        unit.parts[last][keyPath: side].elements.append(
          .init(.endCode, at: end, id: id, dataReference: "d\(id)e", display: "</\(id)>"))
      }
    }
    // Two targets change places.
    let translated = unit.parts.indices.filter {
      unit.parts[$0].target != nil && (version != .v1_2 && hasOnly2 || unit.parts[$0].kind == .segment)
    }
    if let first = translated.first, let other = translated.last, first != other, chance(20) {
      unit.parts[first].order = other + 1
      unit.parts[other].order = first + 1
    }
    collectData(&unit)
    if chance(40) { addModules(to: &unit) }
    return unit
  }

  private mutating func ignorable(_ number: Int) -> XLIFF.Part {
    var part = XLIFF.Part(
      .ignorable, id: chance(30) ? "i\(number)" : "", source: XLIFF.Content(pick([" ", "\u{A0}", "\n "])))
    if chance(30) { part.target = part.source }
    return part
  }

  private mutating func segment(_ number: Int) -> XLIFF.Part {
    let elementCount = chance(50) ? 0 : count(5)
    var part = XLIFF.Part(.segment, id: "s\(number)", source: content(elementCount))
    if chance(60) {
      // The same codes in the same order, in another text.
      var target = XLIFF.Content(text())
      for var element in part.source.elements {
        target.text += Array(text().utf8)
        element.offset = target.text.count
        target.elements.append(element)
      }
      target.text += Array(text().utf8)
      part.target = chance(5) && elementCount == 0 ? XLIFF.Content() : target
    }
    if chance(60) {
      part.state = part.target == nil ? .initial : pick(XLIFF.State.allCases)
      if chance(20) { part.subState = "overzet:fuzzy" }
    }
    return part
  }

  mutating func content(_ elementCount: Int) -> XLIFF.Content {
    var content = XLIFF.Content(text())
    for _ in 0..<elementCount { append(to: &content, depth: 0) }
    return content
  }

  private mutating func append(to content: inout XLIFF.Content, depth: Int) {
    codeCount += 1
    let id = String(codeCount)
    switch count(6) {
    case 0, 1:
      var code = decorated(
        .init(.standaloneCode, at: content.text.count, id: id, dataReference: "d\(id)"), isPlaceholder: true)
      if chance(20) { code.subFlows = [pick(unitIDs)] }
      content.elements.append(code)
    case 2, 3:
      content.elements.append(
        decorated(.init(.spanStart, at: content.text.count, id: id, dataReference: "d\(id)"), isPlaceholder: false))
      content.text += Array(text().utf8)
      if depth < 3, chance(50) { append(to: &content, depth: depth + 1) }
      content.elements.append(
        .init(.spanEnd, at: content.text.count, id: id, dataReference: "d\(id)e", display: chance(50) ? "</b>" : nil))
    case 4:
      content.elements.append(
        .init(
          .startCode, at: content.text.count, id: id, dataReference: "d\(id)", display: "<i>", type: "fmt",
          subType: "xlf:i"))
      openCodes.append(id)
      if chance(50), let id = openCodes.first {
        openCodes.removeFirst()
        content.text += Array(text().utf8)
        content.elements.append(.init(.endCode, at: content.text.count, id: id, display: "</i>"))
      }
    case 5:
      let isStart = chance(50)
      content.elements.append(
        .init(
          isStart ? .startCode : .endCode, at: content.text.count, id: id, dataReference: "d\(id)", isIsolated: true))
    default:
      let type = pick(["generic", "comment", "term", "overzet:note"])
      var mark = XLIFF.InlineElement(.markStart, at: content.text.count, id: "m\(id)", type: type)
      if type == "comment" { mark.value = "let op: \"dit\"" }
      if type == "generic" { mark.translate = false }
      // A pair of markers may cross what a mark may not.
      let isMarker = version != .v1_2 && chance(30)
      if isMarker { mark.kind = .startMarker }
      content.elements.append(mark)
      content.text += Array(text().utf8)
      if isMarker, let last = content.elements.lastIndex(where: { $0.kind == .spanEnd }) {
        content.elements.remove(at: content.elements.count - 1)
        mark.offset = content.elements[last].offset
        content.elements.insert(mark, at: last)
      }
      content.elements.append(.init(isMarker ? .endMarker : .markEnd, at: content.text.count, id: "m\(id)"))
    }
    content.text += Array(text().utf8)
  }

  private mutating func decorated(_ plain: XLIFF.InlineElement, isPlaceholder: Bool) -> XLIFF.InlineElement {
    var code = plain
    let types: [(String?, String?)] =
      isPlaceholder
      ? [("image", nil), ("fmt", "xlf:lb"), ("other", nil), ("ui", "overzet:button"), (nil, nil)]
      : [("fmt", "xlf:b"), ("fmt", "xlf:i"), ("link", nil), ("fmt", "overzet:sup"), ("quote", nil), (nil, nil)]
    (code.type, code.subType) = pick(types)
    if chance(70) { code.display = pick(["<b>", "</b>", "[gallery ids=\"1,2\"]", "afbeelding: \u{202F}é💊"]) }
    if chance(20) { code.equivalent = "\n" }
    if chance(20) { code.canDelete = false }
    if chance(20) { code.canCopy = false }
    if chance(10) { (code.canReorder, code.canCopy, code.canDelete) = (false, false, false) }
    return code
  }

  mutating func text() -> String {
    var pieces = [
      "Acne scars ", "littekens", " ", "  ", "\u{202F}", "\u{2011}", "💊", "👩🏽‍⚕️",
      " & ", "<b>", "]]>", "\r", "\n", "\t",
      "é", "\u{AD}", "\"", "'",
      "&amp;", "\u{85}", "\u{2028}", "\u{10FFFF}", "",
    ]
    // 1.2 has no `cp`.
    if version != .v1_2, hasOnly2 { pieces += ["\u{1}", "\u{0}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] }
    return (0..<count(4)).map { _ in pick(pieces) }.joined()
  }

  /// One datum for each reference.
  private mutating func collectData(_ unit: inout XLIFF.Unit) {
    let contents = unit.parts.flatMap { [$0.source, $0.target ?? XLIFF.Content()] }
    for element in contents.flatMap(\.elements) {
      guard let id = element.dataReference, !unit.originalData.contains(where: { $0.id == id }) else { continue }
      unit.originalData.append(.init(id: id, bytes: Array("<a href=\"?\(id)&amp;\">\u{1}\r\n".utf8)))
    }
  }
}

extension XLIFF.Part {
  /// The target, for writing through a key path where there is one.
  var targetOrEmpty: XLIFF.Content {
    get { target ?? XLIFF.Content() }
    set { target = newValue }
  }
}
