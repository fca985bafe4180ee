// Glossaries from the files that a user or the project names.
internal import Configuration
internal import Interchange
package import Terminology

/// Reads glossaries.
package enum GlossaryLoader {
  /// The glossary that all files of `paths` make together; where none are named, the project's.
  /// - Parameter isRequired: whether it is an error that none is named; else the glossary is empty then.
  /// - Throws: `Failure` where a file is missing or is no TBX, or holds something wrong: a glossary is never read in part.
  package static func load(
    _ paths: [String], project: Project, isRequired: Bool = true
  ) throws(Failure) -> Glossary {
    let named = paths.isEmpty ? project.configuration.glossaries.map(project.path) : paths
    guard !named.isEmpty else {
      if !isRequired { return Glossary() }
      throw Failure(
        problem: "there is no glossary", remedy: "name one with --glossary, or under `glossaries` in overzet.yml")
    }
    var documents: [TBX.Document] = []
    for path in try InputFiles.expand(named, endings: InputFiles.glossaryEndings) {
      do {
        documents.append(try TBX.Document(tbx: InputFiles.read(path), file: path))
      } catch {
        throw Failure(error, file: path)
      }
    }
    guard !documents.isEmpty else {
      throw Failure(
        file: named.joined(separator: ", "), problem: "there are no glossaries in it", remedy: "name TBX files (.tbx)")
    }
    do {
      return try Glossary(documents)
    } catch {
      throw Failure(error, file: named.joined(separator: ", "))
    }
  }
}
