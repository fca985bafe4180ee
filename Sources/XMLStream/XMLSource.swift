/// Where a document's bytes come from. Whatever it is, a reader holds no more of it than a window.
package enum XMLSource: Sendable {
  /// The document itself.
  case bytes([UInt8])
  /// A file by its path: a regular file, a named pipe, a device.
  case file(path: String)
  /// An open file, pipe or socket, read from where it stands; it is not closed. Its offset moves, unless it is a
  /// regular file.
  case descriptor(Int32)
  /// Bytes that are made as they are asked for: as many as there are from an offset on, at most as many as fit, into
  /// the buffer; how many there were, 0 at the end.
  case positioned(@Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int)
}
