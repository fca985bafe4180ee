internal import Interchange

/// `blocks.copies-differ`: a block's attribute repeats what its HTML shows, and in the source the two are not the same.
package struct BlockCopiesCheck: Check {
  package static let description = CheckDescription(
    name: "blocks.copies-differ", severity: .warning,
    summary: """
      A text stands in a block's attributes and in its HTML, and the source has two different ones: both are units and keep their \
      own text. Readers see the one, search engines the other.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    // The extractor, who has seen the block, says so in a note.
    guard let note = unit.unit.notes.first(where: { $0.category == Self.description.name }),
      let text = unit.segments.first?.part.source.text
    else { return [] }
    return [
      (
        0,
        Problem(
          .warning, .source, text.indices, text: String(decoding: text, as: UTF8.self), message: note.text,
          suggestions: [])
      )
    ]
  }
}
