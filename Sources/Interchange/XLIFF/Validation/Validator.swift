package import XMLStream

extension XLIFF {
  /// Says what is wrong with an XLIFF file: its structure, by tables written from the specifications, and the constraints
  /// that no table can say. One pass, and a second one where references point out of their units; what is remembered are
  /// the ids of the file at hand and the codes of the unit at hand, never the document.
  package enum Validator {
    /// What is asked of a document of 1.2.
    package enum Strictness: Sendable {
      /// What the document declares by `xsi:schemaLocation`; transitional where it declares nothing.
      case declared
      case strict, transitional
    }

    /// What is wrong with the document, by line; empty where nothing is. At most a thousand errors and a thousand
    /// warnings; the last message says how many more there are.
    /// - Parameter fileName: names the file in messages and errors.
    /// - Throws: `XMLError` where it can't be read at all: not well-formed, cut short, not XLIFF. Never for what it
    ///   holds.
    package static func validate(
      bytes: [UInt8], fileName: String, strictness: Strictness = .declared
    ) throws -> [ValidationMessage] {
      try validate(source: .bytes(bytes), fileName: fileName, strictness: strictness)
    }

    /// The same of a file, of which no more than a window is held; it must be one that can be read twice.
    package static func validate(
      source: XMLSource, fileName: String, strictness: Strictness = .declared
    ) throws -> [ValidationMessage] {
      try DocumentValidation(fileName: fileName, strictness: strictness) {
        () throws(XMLError) in try XMLReader(source: source, file: fileName)
      }.run()
    }
  }
}
