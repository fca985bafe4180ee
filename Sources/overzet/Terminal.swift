// What is written where: results to standard output, the rest to standard error, colour and progress to people only.
internal import Foundation
internal import Pipeline
internal import Synchronization

/// The two outputs of a command.
enum Terminal {
  /// Writes a line of result.
  static func print(_ text: String) { write(Array((text + "\n").utf8), to: .standardOutput) }

  /// The same, but nothing for an empty text.
  static func print(_ text: String, unlessEmpty: Bool) {
    if !text.isEmpty { print(text) }
  }

  /// Writes bytes of result as they are.
  static func print(bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  /// Writes a line for people.
  static func note(_ text: String) { write(Array((text + "\n").utf8), to: .standardError) }

  /// Says what could not be done: `overzet: FILE:LINE: what is wrong: what to do`.
  static func report(_ failure: Failure) { note("overzet: \(failure)") }

  /// Whether standard output takes colour: it is a terminal, and `NO_COLOR` (<https://no-color.org>) is not set.
  static var hasColour: Bool {
    isatty(1) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// A bar that shows on a terminal how far a stage is, and nothing elsewhere.
  /// - Parameters:
  ///   - total: bytes there are to do, where that is known.
  ///   - verb: what is being done, such as `extracting`.
  static func progress(_ verb: String, total: Int?) -> StageProgress {
    guard isatty(2) == 1 else { return StageProgress() }
    let shown = Mutex(Date.distantPast)
    return StageProgress { items, bytes in
      let isDue = shown.withLock { last in
        guard Date().timeIntervalSince(last) > 0.1 else { return false }
        last = Date()
        return true
      }
      guard isDue else { return }
      var line = "\r\(verb): \(items)"
      if let total, total > 0 {
        let share = min(1, Double(bytes) / Double(total))
        let filled = Int(share * 30)
        line += " [" + String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        line += "] \(Int(share * 100)) %"
      }
      write(Array((line + "\u{1B}[K").utf8), to: .standardError)
    }
  }

  /// Takes the bar away.
  static func endProgress() {
    guard isatty(2) == 1 else { return }
    write(Array("\r\u{1B}[K".utf8), to: .standardError)
  }

  /// Calls `body` with each line of standard input, without its line end, and writes what it buffers: at the end, and
  /// whenever that has grown large.
  static func eachLine(_ body: ([UInt8]) throws -> Void) throws {
    defer { flush() }
    var pending: [UInt8] = []
    var number = 0
    func take(_ line: ArraySlice<UInt8>) throws {
      number += 1
      guard String(validating: line, as: UTF8.self) != nil else {
        throw Failure(
          file: "<stdin>", line: number, problem: "this line is not UTF-8", remedy: "convert the text to UTF-8")
      }
      try body(Array(line.last == 0x0D ? line.dropLast() : line))
    }
    while let data = try FileHandle.standardInput.read(upToCount: 1 << 16), !data.isEmpty {
      pending += data
      var start = 0
      while let end = pending[start...].firstIndex(of: 0x0A) {
        try take(pending[start..<end])
        start = end + 1
      }
      pending.removeSubrange(..<start)
      flush()
    }
    if !pending.isEmpty { try take(pending[...]) }
  }

  /// Adds a line to what `eachLine` writes.
  static func buffer(_ line: [UInt8]) {
    lines.withLock { $0 += line + [0x0A] }
  }

  private static let lines = Mutex<[UInt8]>([])

  private static let lost = Mutex(false)

  /// Whether something that was to go to standard output could not be written there.
  static var hasLostOutput: Bool { lost.withLock { $0 } }

  private static func flush() {
    let bytes = lines.withLock { lines in
      defer { lines.removeAll() }
      return lines
    }
    if !bytes.isEmpty { write(bytes, to: .standardOutput) }
  }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      // Whoever reads may have gone (`| head`): nothing is lost then that anybody waits for.
      let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? (error as NSError).code
      if handle === FileHandle.standardOutput, code != Int(EPIPE) { lost.withLock { $0 = true } }
    }
  }
}
