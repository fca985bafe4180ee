// libxml2's failures in our words.
internal import CLibXML2

extension XMLError {
  /// What `failure` says of `file`.
  init(_ failure: OXMLFailure, file: String) {
    let message = failure.message.map { String(cString: $0) } ?? ""
    let line = Int(failure.line)
    switch failure.problem {
    case OXML_TRUNCATED:
      self.init(
        file: file, line: line,
        problem: "the file ends inside <\(message)>, which begins on line \(failure.element_line)",
        remedy: "get the whole file again; this one was cut off")
    case OXML_DOCTYPE:
      self.init(
        file: file, line: line, problem: "a document type declaration (<!DOCTYPE \(message)>) is not allowed here",
        remedy: "delete the <!DOCTYPE …> declaration")
    case OXML_INTERNAL_SUBSET:
      self.init(
        file: file, line: line,
        problem: "the document type declaration has declarations of its own, which could hide or load other text",
        remedy: "delete everything from <!DOCTYPE to its closing ]>, and write entities as characters")
    case OXML_ENTITY:
      self.init(
        file: file, line: line, problem: "the entity &\(message); is not defined",
        remedy: "write the character itself, or a reference such as &#160;")
    case OXML_TOO_DEEP:
      self.init(
        file: file, line: line, problem: "<\(message)> is nested more than \(OXML_MAX_DEPTH) elements deep",
        remedy: "export the file again; no translation tool writes such a file")
    case OXML_LONG_TEXT:
      self.init(
        file: file, line: line, problem: "a text without an element in it is longer than \(OXML_MAX_TEXT >> 20) MiB",
        remedy: "export the file again; no article is as long")
    case OXML_LONG_MARKUP:
      self.init(
        file: file, line: line,
        problem: "a tag, a name, a comment, CDATA or a processing instruction is longer than libxml2 takes",
        remedy: "export the file again; no translation tool writes such a file")
    case OXML_MANY_ATTRIBUTES:
      self.init(
        file: file, line: line, problem: "a tag has more than \(OXML_MAX_ATTRIBUTES) attributes",
        remedy: "export the file again; no translation tool writes such a file")
    case OXML_MANY_NAMES:
      self.init(
        file: file, line: line, problem: "the document has more than \(OXML_MAX_NAMES) different names (<\(message)>)",
        remedy: "export the file again; no translation tool writes such a file")
    case OXML_EMPTY:
      self.init(file: file, line: line, problem: "there is no XML in this file", remedy: "get the file again")
    case OXML_NO_MEMORY:
      self.init(file: file, line: line, problem: "memory is short", remedy: "free some memory and try again")
    default:
      self.init(
        file: file, line: line, problem: "this is not well-formed XML (\(message))",
        remedy: "mend that line, or export the file again from the tool that made it")
    }
  }
}
