// References that point out of their unit are looked for in a second pass over the document, which only few documents need:
// so that the first pass need not remember every id of the file.
internal import XMLStream

/// Looks for what references mean.
struct ReferenceResolution {
  private var wanted: Set<UInt64>
  private var check: StructureCheck
  private var container: [UInt64] = []
  private var file: UInt64 = 0
  private var isInTarget = false

  /// The references of `pending` that mean nothing in the document that `xml` is at the start of.
  static func unresolved(
    _ pending: [PendingReference], in xml: XMLReader, grammar: Grammar, core: String
  ) throws(XMLError) -> [PendingReference] {
    var resolution = ReferenceResolution(
      wanted: Set(pending.map(\.key)),
      check: StructureCheck(grammar: grammar, core: core, log: MessageLog(file: "", version: .v2_1)))
    while !resolution.wanted.isEmpty {
      switch try xml.next() {
      case .startElement: resolution.start(xml)
      case .endElement: resolution.end(xml)
      case .text: continue
      case .endOfDocument: return pending.filter { resolution.wanted.contains($0.key) }
      }
    }
    return []
  }

  private init(wanted: Set<UInt64>, check: StructureCheck) {
    self.wanted = wanted
    self.check = check
  }

  private mutating func start(_ xml: XMLReader) {
    let word = check.start(xml)
    let scope = check.frames[check.frames.count - 1].scope
    guard scope == .core || scope == .module else { return }
    let id = check.hash(.id, xml)
    if scope == .module {
      guard let container = container.last, let id = id ?? check.hash(.`xml:id`, xml) else { return }
      wanted.remove(ReferenceKey.of(container, check.grammar.prefixes[Int(word.rawValue)], id))
      return
    }
    switch word {
    case .file:
      file = Hash.of(id ?? 0, 0x66)
      push(file)
    case .group: push(Hash.of(Hash.of(file, 0x67), id ?? 0))
    case .unit: push(Hash.of(Hash.of(file, 0x75), id ?? 0))
    case .target: isInTarget = true
    case .source: isInTarget = false
    case .note: find("n", id)
    case .data: find("d", id)
    case .segment, .ignorable: find("", id)
    case .ph, .pc, .sc, .ec, .mrk, .sm: find(isInTarget ? "t" : "", id)
    default: return
    }
  }

  private mutating func push(_ key: UInt64) {
    container.append(key)
    wanted.remove(key)
  }

  private mutating func find(_ prefix: String, _ id: UInt64?) {
    guard let id, let container = container.last else { return }
    wanted.remove(ReferenceKey.of(container, prefix, id))
  }

  private mutating func end(_ xml: XMLReader) {
    guard let frame = check.end(xml), frame.scope == .core else { return }
    if frame.word == .file || frame.word == .group || frame.word == .unit { _ = container.popLast() }
  }
}
