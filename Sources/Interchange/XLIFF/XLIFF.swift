// The XLIFF document model: what versions 1.2, 2.0, 2.1 and 2.2 have in common, in the words of XLIFF 2.
// XLIFF 1.2 (OASIS, 2008) is mapped onto it: `trans-unit` is a unit, `mrk mtype="seg"` a segment, `g` a spanning code,
// `x` a standalone code, `bx`/`ex` and `bpt`/`ept` start and end codes.

/// XLIFF, the OASIS format that translators exchange:
/// <https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html>.
package enum XLIFF {
  /// A version of the standard that Overzet reads and writes.
  package enum Version: String, CaseIterable, Sendable {
    case v1_2 = "1.2"
    case v2_0 = "2.0"
    case v2_1 = "2.1"
    case v2_2 = "2.2"
  }

  /// One XLIFF file on disk: `<xliff>`.
  package struct Document: Sendable, Equatable {
    package var version: Version
    /// BCP 47 tag of the text in `<source>` (2.x `srcLang`, 1.2 `source-language` of the first file).
    package var sourceLanguage: String
    /// BCP 47 tag of the text in `<target>`, where one is given (2.x `trgLang`, 1.2 `target-language`).
    package var targetLanguage: String?
    package var files: [File]
    /// Notes and metadata of the whole document (2.2), and the root's attributes and extensions.
    package var notes: [Note] = []
    package var modules: Modules {
      get { rest.value }
      set { rest.value = newValue }
    }
    private var rest = Boxed<Modules>()

    /// A document of `files` in one pair of languages.
    package init(version: Version, sourceLanguage: String, targetLanguage: String?, files: [File] = []) {
      self.version = version
      self.sourceLanguage = sourceLanguage
      self.targetLanguage = targetLanguage
      self.files = files
    }
  }
}
