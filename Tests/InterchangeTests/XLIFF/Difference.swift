/// In what lines of their dumps two values differ: for messages that people can read.
func difference<Value>(_ left: Value, _ right: Value) -> String {
  func lines(_ value: Value) -> [Substring] {
    var text = ""
    dump(value, to: &text)
    // Objects are numbered as they are met.
    return text.split(separator: "\n").map { $0.split(separator: " #")[0] }
  }
  return lines(right).difference(from: lines(left)).map { change in
    switch change {
    case .remove(let offset, let line, _): "-\(offset)\(line)"
    case .insert(let offset, let line, _): "+\(offset)\(line)"
    }
  }.joined(separator: "\n")
}
