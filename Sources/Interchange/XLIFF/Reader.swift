package import XMLStream

extension XLIFF {
  /// Reads XLIFF 1.2, 2.0, 2.1 and 2.2, as a CAT tool gives it back: any prefixes, any order of attributes, indented or
  /// not, groups (flattened, `translate` inherited), foreign elements and attributes (skipped), UTF-8 or UTF-16, with
  /// or without BOM.
  ///
  /// Lenient where nothing is lost: a missing id is empty, an unknown state is nil. `Validator` is what complains.
  ///
  /// Of 1.2 a unit whose `<target>` has no segment marks though its source has several segments becomes one segment:
  /// the whole `<source>` and the whole target. Text that stands between the marks of a target where the source has
  /// none becomes an ignorable with an empty source, and a target's segment whose `mid` the source lacks becomes a
  /// segment with an empty source, where the target has it. Segments in another order get an `order`. `sub` inside a native code counts as that code's own text. `alt-trans` and
  /// `mtc:matches` are skipped.
  package enum Reader {
    /// What of each unit is read.
    package enum Scope: Sendable {
      /// All that the model has a place for.
      case everything
      /// What merging asks for. Of 2.x skipped are notes, original data, names and length limits of units, lines and
      /// subStates of segments, and of codes all but what tells them apart and names them in messages. Units without any
      /// target may have no parts.
      case translations
    }

    /// The whole document.
    /// - Parameters:
    ///   - fileName: names the file in errors.
    ///   - scope: what of each unit is read.
    /// - Throws: `XMLError` where it is not XML, not XLIFF of a version that is read, cut short, or its files (1.2)
    ///   differ in language.
    package static func read(bytes: [UInt8], fileName: String, scope: Scope = .everything) throws -> Document {
      try read(source: .bytes(bytes), fileName: fileName, scope: scope)
    }

    /// The same from a file or a pipe, of which no more than a window is held (`XMLReader`).
    package static func read(source: XMLSource, fileName: String, scope: Scope = .everything) throws -> Document {
      var files: [File] = []
      var document = try read(source: source, fileName: fileName, scope: scope) { _, file in files.append(file) }
      document.files = files
      return document
    }

    /// The document file by file, for documents larger than one cares to hold: version and languages come with each.
    /// - Parameter eachFile: is given the document without its files, and a file.
    /// - Returns: the document without its files.
    /// - Throws: `XMLError` as above, and what `eachFile` throws.
    @discardableResult
    package static func read(
      bytes: [UInt8], fileName: String, scope: Scope = .everything, eachFile: (Document, File) throws -> Void
    ) throws -> Document {
      try read(source: .bytes(bytes), fileName: fileName, scope: scope, eachFile: eachFile)
    }

    /// The same from a file or a pipe, of which no more than a window is held.
    @discardableResult
    package static func read(
      source: XMLSource, fileName: String, scope: Scope = .everything, eachFile: (Document, File) throws -> Void
    ) throws -> Document {
      let parser = DocumentParser(xml: try XMLReader(source: source, file: fileName), scope: scope)
      return try parser.parse(eachFile: eachFile)
    }

    /// The document's files without their units, each with the metadata that stand before them. Of a document with one
    /// file no more is read than that.
    /// - Parameter eachHead: is given the document without its files, and a file without units or notes.
    /// - Throws: `XMLError` for what is wrong up to the last unit that had to be read, and what `eachHead` throws.
    package static func readHeads(
      bytes: [UInt8], fileName: String, eachHead: (Document, File) throws -> Void
    ) throws {
      try readHeads(source: .bytes(bytes), fileName: fileName, eachHead: eachHead)
    }

    /// The same from a file or a pipe, of which no more than a window is held.
    package static func readHeads(
      source: XMLSource, fileName: String, eachHead: (Document, File) throws -> Void
    ) throws {
      let parser = DocumentParser(xml: try XMLReader(source: source, file: fileName))
      try parser.parseHeads(eachHead: eachHead)
    }
  }
}
