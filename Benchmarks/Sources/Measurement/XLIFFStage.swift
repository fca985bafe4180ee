// What is measured on one large XLIFF file, held against a parser that only reads it.

/// Work on a file of one version of XLIFF.
package struct XLIFFStage: Sendable {
  /// What is done.
  package enum Work: String, CaseIterable, Sendable {
    /// Reading all that Overzet's model has a place for and keeping none of it.
    case read
    /// Writing as many bytes from the model, into nothing.
    case write
    /// The command of this name.
    case validate
    /// `overzet convert` to the same version, which copies the document, and to the other one, which goes by the model.
    case copy, convert
  }

  /// A name on the command line and in the table: `read-2.1`.
  package var name: String { "\(work.rawValue)-\(version)" }
  package let work: Work
  /// `2.1` or `1.2`.
  package let version: String

  /// All there are.
  package static let all = Work.allCases.flatMap { work in
    ["2.1", "1.2"].map { XLIFFStage(work: work, version: $0) }
  }

  /// The program, where `overzet` is Overzet's.
  func program(overzet: String) -> String {
    switch work {
    case .read, .write: "/proc/self/exe"
    case .validate, .copy, .convert: overzet
    }
  }

  /// What it is called with.
  /// - Parameters:
  ///   - file: the large file.
  ///   - output: the file that is made.
  func arguments(file: String, output: String, bytes: Int) -> [String] {
    switch work {
    case .read: ["read", file]
    case .write: ["write", file, "/dev/null", String(bytes)]
    case .validate: ["validate", file]
    case .copy: ["convert", file, "--xliff", version, "-o", output]
    case .convert: ["convert", file, "--xliff", version == "1.2" ? "2.1" : "1.2", "-o", output]
    }
  }
}
