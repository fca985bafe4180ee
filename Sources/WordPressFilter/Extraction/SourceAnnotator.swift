// The terms of a glossary in what is sent out. Which they are is for another module to say: this one knows no glossary.
package import Interchange
package import UnicodeText

/// Finds the terms of texts. One serves any number of threads.
package protocol SourceAnnotator: AnyObject, Sendable {
  /// What the glossary says of the terms, without id and reference but for the id of the concept.
  var entries: [XLIFF.GlossaryEntry] { get }

  /// The terms in `text`, UTF-8, ordered by where they begin, the longer first.
  /// - Throws: `ICUError` where ICU fails.
  func terms(in text: [UInt8]) throws(ICUError) -> [SourceTerm]
}

/// A term at a place in a text.
package struct SourceTerm: Sendable, Equatable {
  /// Bytes of the text.
  package var range: Range<Int>
  /// The place of what the glossary says of it among the annotator's `entries`.
  package var entry: Int
  /// A number for the idea that it stands for: a unit has one entry of each.
  package var concept: Int

  /// A term.
  package init(range: Range<Int>, entry: Int, concept: Int) {
    self.range = range
    self.entry = entry
    self.concept = concept
  }
}
