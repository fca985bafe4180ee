internal import XMLStream

extension XLIFF {
  /// Says what is wrong with an XLIFF file: structure, ids, references, pairs, languages, and codes that a translation
  /// lost. It covers the core's constraints that can make a merge go wrong, not yet each one of the standard.
  package enum Validator {
    /// What is wrong with the document, by line; empty where nothing is.
    /// - Parameter fileName: names the file in messages and errors.
    /// - Throws: `XMLError` where it can't be read at all: not well-formed, cut short, not XLIFF. Never for what it
    ///   holds.
    package static func validate(bytes: [UInt8], fileName: String) throws -> [ValidationMessage] {
      let parser = DocumentParser(xml: XMLReader(bytes: bytes, file: fileName), collects: true)
      var messages: [ValidationMessage] = []
      var fileIDs: Set<String> = []
      let document = try parser.parse { document, file in
        var check = FileValidation(document: document, fileName: fileName)
        check.checkFile(file, fileIDs: &fileIDs)
        messages += check.messages
      }
      var languages = FileValidation(document: document, fileName: fileName)
      languages.checkLanguages()
      messages += languages.messages + parser.messages
      // A stable order: by line, and at one line as they were found.
      return messages.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        .map(\.element)
    }
  }
}
