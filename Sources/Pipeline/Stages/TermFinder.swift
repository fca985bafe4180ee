// terms: which terms of a glossary stand in a line of text.
internal import Configuration
internal import JSONTokens
package import Terminology

/// Finds terms in lines of text.
package struct TermFinder {
  private let matcher: Matcher

  /// A finder for texts in `locale`.
  /// - Throws: `Failure` for a tag that is none; `ICUError` where ICU fails.
  package init(glossary: Glossary, locale: String, project: Project) throws {
    matcher = try Matcher(glossary, language: locale, profile: project.locale(locale))
  }

  /// The terms in `line`, as a line of JSON: `[{"concept","term","start","end","text"}]`, offsets in code points.
  package func json(_ line: [UInt8]) throws -> [UInt8] {
    var output: [UInt8] = [0x5B]
    for match in try matcher.matches(in: line) {
      if output.count > 1 { output += ", ".utf8 }
      output += "{\"concept\": ".utf8
      JSONString.append(Array(match.concept.utf8), to: &output)
      output += ", \"term\": ".utf8
      JSONString.append(Array(match.term.text.utf8), to: &output)
      let range = match.codePointRange
      output += ", \"start\": \(range.lowerBound), \"end\": \(range.upperBound), \"text\": ".utf8
      JSONString.append(Array(line[match.byteRange]), to: &output)
      output += ", \"rule\": \"\(match.rule)\"}".utf8
    }
    return output + [0x5D]
  }
}
