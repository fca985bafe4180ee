// The same documents through Foundation's JSONSerialization.
import Foundation
import JSONTokens
import TestSupport
import Testing

struct FoundationAgreementTests {
  @Test func valuesAgree() throws {
    var generator = SeededGenerator(state: 1)
    for number in 0..<3_000 {
      let bytes = generator.document()
      let document = try JSONDocument(bytes.span)
      let value = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(agrees(document, 0, bytes, value), "document \(number): \(String(decoding: bytes, as: UTF8.self))")
      #expect(document.nodes.first?.next == document.nodes.count)
    }
  }

  /// Documents with one to three bytes changed: both parsers accept, or both refuse.
  @Test func refusalsAgree() {
    var generator = SeededGenerator(state: 2)
    let alphabet = Array(#"{}[]:,"\ 0123456789.-+eEtruefalsnubx/"#.utf8) + [0x09, 0x0A, 0x00, 0x1F]
    var verdicts = (accepted: 0, refused: 0)
    for number in 0..<20_000 {
      var bytes = generator.document(depth: 3)
      for _ in 0...generator.below(3) {
        let at = generator.below(bytes.count + 1)
        let byte = alphabet[generator.below(alphabet.count)]
        switch generator.below(3) {
        case 0: bytes.insert(byte, at: at)
        case 1 where at < bytes.count: bytes.remove(at: at)
        default: if at < bytes.count { bytes[at] = byte }
        }
      }
      guard !isBeyondTheGrammar(bytes) else { continue }
      let ours = (try? JSONDocument(bytes.span)) != nil
      let foundation = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      #expect(ours == foundation, "document \(number): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      if ours { verdicts.accepted += 1 } else { verdicts.refused += 1 }
    }
    #expect(verdicts.accepted > 1_000 && verdicts.refused > 1_000)
  }

  /// Where Foundation judges by more than the grammar. It refuses bytes that are no UTF-8, lone surrogates and numbers
  /// too large for it; it takes a NUL near the begin for UTF-16 and allows a comma behind the last element.
  private func isBeyondTheGrammar(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.prefix(4).contains(0) else { return true }
    return [#"(?i)\\ud[89a-f]"#, #"(?i)e\+?[0-9]{3}"#, #",\s*[\]}]"#].contains { pattern in
      text.range(of: pattern, options: .regularExpression) != nil
    }
  }

  private func agrees(_ document: JSONDocument, _ index: Int, _ bytes: [UInt8], _ value: Any) -> Bool {
    let node = document.nodes[index]
    let text = String(decoding: bytes[node.range], as: UTF8.self)
    switch node.kind {
    case .object:
      guard let object = value as? [String: Any] else { return false }
      let members = document.members(of: index)
      return members.count == object.count
        && members.allSatisfy { member in
          let key = document.string(at: member.key, in: bytes.span).map { String(decoding: $0, as: UTF8.self) }
          guard let other = key.flatMap({ object[$0] }) else { return false }
          return agrees(document, member.value, bytes, other)
        }
    case .array:
      let elements = document.elements(of: index)
      guard let array = value as? [Any], array.count == elements.count else { return false }
      return zip(elements, array).allSatisfy { agrees(document, $0, bytes, $1) }
    case .string:
      return document.string(at: index, in: bytes.span) == (value as? String).map { Array($0.utf8) }
    case .number: return (value as? NSNumber)?.doubleValue == Double(text)
    case .true: return text == "true" && value as? Bool == true
    case .false: return text == "false" && value as? Bool == false
    case .null: return text == "null" && value is NSNull
    }
  }
}
