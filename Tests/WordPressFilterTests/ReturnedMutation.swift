// What happens to a file between two desks: seeded, so that a failure can be repeated.
import Interchange
import TestSupport

@testable import WordPressFilter

/// Changes a translated file as tools, people and mail do.
struct ReturnedMutation {
  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(state: UInt64(seed)) }

  /// Changes `file` in one to four ways.
  mutating func apply(to file: inout XLIFF.File) {
    for _ in 0...random.below(4) { mutate(&file) }
  }

  private mutating func mutate(_ file: inout XLIFF.File) {
    guard !file.units.isEmpty else { return }
    let unit = random.below(file.units.count)
    switch random.below(16) {
    case 0: file.units.shuffle(using: &random)
    case 1: file.units.remove(at: unit)
    case 2: file.units.removeSubrange(unit...)
    case 3: file.units.insert(file.units[unit], at: random.below(file.units.count + 1))
    case 4: dropCode(&file.units[unit])
    case 5: doubleCode(&file.units[unit])
    case 6: swapCodes(&file.units[unit])
    case 7: addCode(&file.units[unit])
    case 8: join(&file.units[unit])
    case 9: split(&file.units[unit])
    case 10: setState(&file.units[unit])
    case 11: file.units[unit].parts.shuffle(using: &random)
    case 12: clearTarget(&file.units[unit])
    case 13: file.units[unit].id += "x"
    case 14: editSource(&file.units[unit])
    default: file.metadata.removeAll()
    }
  }

  private mutating func segment(of unit: XLIFF.Unit) -> Int? {
    unit.parts.indices.filter { unit.parts[$0].target != nil }.randomElement(using: &random)
  }

  private mutating func dropCode(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit), let target = unit.parts[part].target, !target.elements.isEmpty else { return }
    let id = target.elements[random.below(target.elements.count)].id
    // A half can't be lost in a file that can be written: its whole pair is.
    unit.parts[part].target?.elements.removeAll { $0.id == id }
  }

  private mutating func doubleCode(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit), let target = unit.parts[part].target else { return }
    guard let code = target.elements.first(where: { $0.kind == .standaloneCode }) else { return }
    var copy = code
    copy.offset = target.text.count
    unit.parts[part].target?.elements.append(copy)
  }

  private mutating func swapCodes(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit), let target = unit.parts[part].target else { return }
    let standing = target.elements.indices.filter { target.elements[$0].kind == .standaloneCode }
    guard standing.count > 1 else { return }
    let (first, last) = (standing[0], standing[standing.count - 1])
    unit.parts[part].target?.elements[first].id = target.elements[last].id
    unit.parts[part].target?.elements[last].id = target.elements[first].id
  }

  private mutating func addCode(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit), let count = unit.parts[part].target?.text.count else { return }
    unit.parts[part].target?.elements.append(.init(.standaloneCode, at: count, id: "99"))
  }

  /// As XLIFF 2.1, 4.2.2 joins: one segment with all of both sides.
  private func join(_ unit: inout XLIFF.Unit) {
    guard unit.parts.count > 1, unit.parts.allSatisfy({ $0.kind == .ignorable || $0.target != nil }) else { return }
    let parts = unit.parts
    var joined = parts.first { $0.kind == .segment } ?? parts[0]
    joined.source = XLIFF.Content(joining: parts.map(\.source))
    joined.target = XLIFF.Content(joining: parts.map { $0.target ?? $0.source })
    joined.order = nil
    unit.parts = [joined]
  }

  /// A segment without codes becomes two.
  private mutating func split(_ unit: inout XLIFF.Unit) {
    guard let index = segment(of: unit), unit.parts[index].source.elements.isEmpty else { return }
    let part = unit.parts[index]
    guard let target = part.target, target.elements.isEmpty,
      let source = Self.halves(part.source.text), let halves = Self.halves(target.text)
    else { return }
    var (first, second) = (part, part)
    (first.source, second.source) = (XLIFF.Content(text: source.0), XLIFF.Content(text: source.1))
    (first.target, second.target) = (XLIFF.Content(text: halves.0), XLIFF.Content(text: halves.1))
    second.id += "b"
    unit.parts.replaceSubrange(index...index, with: [first, second])
  }

  private static func halves(_ text: [UInt8]) -> ([UInt8], [UInt8])? {
    guard let space = text.firstIndex(of: 0x20) else { return nil }
    return (Array(text[..<space]), Array(text[space...]))
  }

  private mutating func setState(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit) else { return }
    unit.parts[part].state = [nil, .initial, .translated, .reviewed, .final][random.below(5)]
  }

  private mutating func clearTarget(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit) else { return }
    unit.parts[part].target = random.below(2) == 0 ? nil : XLIFF.Content()
    unit.parts[part].state = nil
  }

  private mutating func editSource(_ unit: inout XLIFF.Unit) {
    guard let part = segment(of: unit) else { return }
    unit.parts[part].source.text += Array(" more".utf8)
  }

  // MARK: Bytes

  /// `bytes`, which are UTF-8, as another tool writes them; nil where they have been cut short.
  mutating func reencode(_ bytes: [UInt8]) -> (bytes: [UInt8], isCut: Bool) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch random.below(8) {
    case 0: return ([0xEF, 0xBB, 0xBF] + bytes, false)
    case 1: return (Self.utf16(text, bigEndian: false), false)
    case 2: return (Self.utf16(text, bigEndian: true), false)
    // Line ends between elements only: in a text a line feed is a character, which a tool must not touch.
    case 3: return (Array(text.replacing(">\n<", with: ">\r\n<").utf8), false)
    case 4: return (Array(bytes[..<random.below(bytes.count - 10)]), true)
    default: return (bytes, false)
    }
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    let text = "\u{FEFF}" + text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    return text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }
}
