// The command lines of what is done with XLIFF alone.
internal import Interchange

/// `bench read`, `bench write`, `bench join`.
enum XLIFFCommand {
  case read(String)
  case write(String, output: String, bytes: Int)
  case join(String, output: String, version: XLIFF.Version, bytes: Int)

  /// Takes a command from `arguments`; nil where they are another's.
  /// - Throws: `UsageError` where there is too little or no number.
  init?(_ arguments: inout ArraySlice<String>) throws(UsageError) {
    guard let name = arguments.first else { return nil }
    let rest = Array(arguments.dropFirst())
    switch (name, rest.count) {
    case ("read", 1): self = .read(rest[0])
    case ("write", 3): self = .write(rest[0], output: rest[1], bytes: try Self.number(rest[2]))
    case ("join", 4):
      guard let version = XLIFF.Version(rawValue: rest[2]) else {
        throw UsageError(description: "there is no XLIFF \(rest[2])")
      }
      self = .join(rest[0], output: rest[1], version: version, bytes: try Self.number(rest[3]))
    case ("read", _), ("write", _), ("join", _):
      throw UsageError(description: "\(name) needs other arguments: see --help")
    default: return nil
    }
  }

  /// Does it; what there is to say.
  func run() throws -> String {
    switch self {
    case .read(let path): "\(try XLIFFWork.read(path))"
    case .write(let path, let output, let bytes):
      "\(try XLIFFWork.write(path, to: output, bytes: bytes)) bytes"
    case .join(let folder, let output, let version, let bytes):
      "\(try XLIFFWork.join(folder, to: output, version: version, bytes: bytes)) bytes"
    }
  }

  private static func number(_ text: String) throws(UsageError) -> Int {
    guard let number = Int(text), number > 0 else { throw UsageError(description: "\(text) is no number of bytes") }
    return number
  }
}
