internal import Interchange

/// A term of the glossary at a place in a text.
package struct TermMatch: Sendable, Equatable {
  /// Why a stretch of text counts as a term, from the plainest reason to the boldest.
  package enum Rule: Int, Comparable, Sendable {
    /// The same characters as in the glossary.
    case exact
    /// The same but for case, kinds of hyphen and space, soft hyphens, composition of letters.
    case folded
    /// A form that the language's paradigms or spelling pairs make, or one that the glossary lists.
    case inflected
    /// A whole part of a compound, of a word with hyphens, or of one that shares its end with a later word.
    case compound

    package static func < (left: Rule, right: Rule) -> Bool { left.rawValue < right.rawValue }
  }

  /// The list that the term stands in, and its place there: a text may have very many matches, and a reference is cheap to copy.
  private let terms: [Glossary.Term]
  /// The term's place in `Matcher.terms`.
  package let index: Int
  package var rule: Rule
  /// Bytes of the text as it was given.
  package var byteRange: Range<Int>
  /// Code points of the text as it was given.
  package var codePointRange: Range<Int>

  init(terms: [Glossary.Term], index: Int, rule: Rule, byteRange: Range<Int>, codePointRange: Range<Int>) {
    self.terms = terms
    self.index = index
    self.rule = rule
    self.byteRange = byteRange
    self.codePointRange = codePointRange
  }

  /// The term, as the glossary has it.
  package var term: Glossary.Term { terms[index] }

  /// The id of the idea that the term is for.
  package var concept: String { terms[index].concept }

  /// Whether a translation may use the term.
  package var isApproved: Bool { terms[index].status.isApproved }

  package static func == (left: TermMatch, right: TermMatch) -> Bool {
    left.byteRange == right.byteRange && left.codePointRange == right.codePointRange && left.rule == right.rule
      && left.term == right.term
  }
}
