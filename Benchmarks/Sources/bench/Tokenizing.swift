// The tokenizer alone, as a process of its own: what xmllint is asked to do, less the tree.
internal import FoundationEssentials
internal import Glibc
internal import HTMLTokens

/// `bench tokenize DIR`.
enum Tokenizing {
  /// Why the files can't be tokenized.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Tokenizes all files of `folder`, one after the other on one core, attributes included.
  /// - Returns: how many tokens and attributes there are.
  static func run(folder: String) throws -> (tokens: Int, attributes: Int) {
    var buffer: [UInt8] = []
    var tokens = 0
    var attributes = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      try read("\(folder)/\(name)", into: &buffer)
      let bytes = buffer.span
      var tokenizer = HTMLTokenizer()
      while let token = tokenizer.next(in: bytes) {
        tokens += 1
        guard token.kind == .startTag, !token.content.isEmpty else { continue }
        var scanner = HTMLAttributeScanner(of: token)
        while scanner.next(in: bytes) != nil { attributes += 1 }
      }
    }
    return (tokens, attributes)
  }

  private static func read(_ path: String, into buffer: inout [UInt8]) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: "\(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: repeatElement(0, count: Int(status.st_size)))
    var filled = 0
    while filled < buffer.count {
      let count = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled)
      }
      guard count > 0 else { throw Failure(description: "\(path) can't be read") }
      filled += count
    }
  }
}
