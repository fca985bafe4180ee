// A file's head may say what only its units tell, such as how many words they have.
internal import XMLStream

extension XLIFF.Writer {
  /// Writes the head of the file at hand once more, as `file` says it now, in the place of the one that `begin(_:)` wrote. Units
  /// may have been written since; the file is not ended yet.
  /// - Parameter range: where in the buffer the first one stands. Nothing may have been drained since.
  package mutating func replaceHead(at range: Range<Int>, by file: borrowing XLIFF.File) {
    let tail = xml.count
    let hadUnits = hasUnits
    // `begin` takes note of what holds in the file, and has done so before.
    inherited.removeLast()
    begin(file)
    hasUnits = hadUnits
    xml.replace(range, withWhatFollows: tail)
  }
}
