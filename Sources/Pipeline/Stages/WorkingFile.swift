// CAT tools keep an XLIFF file that they work on in an XLIFF file of their own, with other units. Such a file is sent by mistake now
// and then, and it is no use to say that it translates an article that nobody knows.

/// The working files of CAT tools.
enum WorkingFile {
  /// A tool, what its own files say at their beginning, and how the translated file is had from it.
  private static let tools: [(name: String, mark: String, remedy: String)] = [
    (
      "Trados Studio", "http://sdl.com/FileTypes/SdlXliff/",
      "ask for the translated file: in Studio, Batch Tasks, Generate Target Translations, or File, Save Target As"
    ),
    ("memoQ", "MQXliff", "ask for the translated file: in memoQ, Export (stored path) or Export (dialog)"),
    (
      "Phrase", "http://www.memsource.com/mxlf/", "ask for the translated file: in Phrase, Download, Completed file"
    ),
  ]

  /// Bytes at the beginning in which the root element stands with its namespaces.
  private static let head = 16 << 10

  /// What to say of the file at `path`, which translates none of the articles: nil where it is no working file.
  static func failure(_ path: String) -> Failure? {
    guard let bytes = InputFiles.beginning(of: path, count: head) else { return nil }
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    guard let tool = tools.first(where: { text.contains($0.mark) }) else { return nil }
    return Failure(
      file: path, problem: "this is a file that \(tool.name) works on, not the XLIFF that was sent out",
      remedy: tool.remedy)
  }
}
