// Meta fields that are no text: the REST API gives them as JSON, WordPress's database and its exports hold PHP's serialize()
// (<https://www.php.net/manual/en/function.serialize.php>).
internal import JSONTokens

/// What `serialize()` makes of JSON.
package enum PHPSerialization {
  /// The value of a meta field as an export holds it: a text as it is, a number in digits, `1` or nothing for true and false,
  /// lists and objects serialized; nil for null, which is no field, and for what is no JSON.
  /// - Parameter json: one value, UTF-8.
  package static func metaValue(json: [UInt8]) -> [UInt8]? {
    let bytes = json.span
    guard let document = try? JSONDocument(bytes), let node = document.nodes.first else { return nil }
    switch node.kind {
    case .string: return document.string(at: 0, in: bytes)
    case .number: return bytes.array(node.range)
    case .true: return [0x31]
    case .false: return []
    case .null: return nil
    case .array, .object:
      var output: [UInt8] = []
      append(0, of: document, bytes, to: &output)
      return output
    }
  }

  private static func append(_ index: Int, of document: JSONDocument, _ bytes: Span<UInt8>, to output: inout [UInt8]) {
    switch document.nodes[index].kind {
    case .string: append(document.string(at: index, in: bytes) ?? [], to: &output)
    case .number:
      let digits = bytes.array(document.nodes[index].range)
      let isInteger = Int(String(decoding: digits, as: UTF8.self)) != nil
      output += (isInteger ? "i:" : "d:").utf8 + digits + [0x3B]
    case .true: output += "b:1;".utf8
    case .false: output += "b:0;".utf8
    case .null: output += "N;".utf8
    case .array:
      let elements = document.elements(of: index)
      output += "a:\(elements.count):{".utf8
      for (number, element) in elements.enumerated() {
        output += "i:\(number);".utf8
        append(element, of: document, bytes, to: &output)
      }
      output.append(0x7D)
    case .object:
      let members = document.members(of: index)
      output += "a:\(members.count):{".utf8
      for (key, value) in members {
        append(document.string(at: key, in: bytes) ?? [], to: &output)
        append(value, of: document, bytes, to: &output)
      }
      output.append(0x7D)
    }
  }

  /// A string: its length is in bytes.
  private static func append(_ text: [UInt8], to output: inout [UInt8]) {
    output += "s:\(text.count):\"".utf8 + text + Array("\";".utf8)
  }
}
