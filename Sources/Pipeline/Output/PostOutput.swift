// Where a composed post goes, and in which form.
internal import Configuration
internal import Interchange
internal import JSONTokens
internal import Publication
internal import WordPressFilter

/// Writes the posts of one target language.
struct PostOutput: Sendable {
  let stage: MergeStage
  let profile: LocaleProfile
  let language: String
  let names: StreamNames
  let rules: TextRules

  /// What became of a post.
  struct Written {
    var path: String
    var pagePath: String?
    /// What goes to a file of many posts.
    var piece: PostStreams.Piece?
    var isWritten = true
  }

  /// Why the content of `article`, translated, is not written back to WordPress; nil where it is.
  /// - Parameter blocks: what its content tells of the blocks that it was made of.
  func refusal(of article: Article, _ blocks: RenderedBlocks?) -> Failure? {
    guard stage.format != .html, let blocks, blocks.hasBlocks else { return nil }
    guard stage.forcesRendered else {
      return Failure(
        file: article.file, line: article.line,
        problem: "post \(article.id) has blocks, and only its rendered HTML is given: its content is not written back, "
          + "since that would lose its \(blocks.losses)",
        remedy: "fetch the post with context=edit, or merge with --force to write it as one HTML block")
    }
    guard article.contentAsOneBlock == nil else { return nil }
    return Failure(
      file: article.file, line: article.line,
      problem:
        "the rendered HTML of post \(article.id) holds block comments, which would end the one HTML block that it "
        + "is to become: its content is not written back",
      remedy: "fetch the post with context=edit")
  }

  /// Writes `post`, or gives what goes to a file of many posts.
  /// - Throws: `Failure` where a file can't be written.
  func write(
    _ post: Post, _ merged: MergedArticle, of article: Article, _ channel: WXRChannel?, _ remarks: inout [String]
  ) throws -> Written {
    if let ending = stage.format.streamEnding {
      let path = "\(stage.folder)/\(language)/\(names.stem(of: article.file)).\(ending)"
      guard stage.format == .wxr else {
        return Written(
          path: path, piece: PostStreams.Piece(path: path, bytes: Self.line(Self.withoutRepeats(post, &remarks))))
      }
      guard article.form != .page else {
        remarks.append("a page of HTML is no post: left out of the export")
        return Written(path: path, isWritten: false)
      }
      guard !post.isContentReadOnly else { return Written(path: path, isWritten: false) }
      return Written(path: path, piece: exported(post, of: article, channel, path, &remarks))
    }
    let path = "\(stage.folder)/\(language)/\(article.fileName)"
    if stage.format == .html {
      let page = path + ".html"
      try OutputFile.write(try self.page(of: merged, post, isWanted: true) ?? [], to: page)
      return Written(path: page)
    }
    try OutputFile.write(Self.withoutRepeats(post, &remarks).payload, to: path + ".json")
    guard let bytes = try page(of: merged, post, isWanted: stage.writesPages) else {
      return Written(path: path + ".json")
    }
    try OutputFile.write(bytes, to: path + ".html")
    return Written(path: path + ".json", pagePath: path + ".html")
  }

  /// The page that goes with a post, where there is one: a page comes back as the page that it is, and of a post one is made
  /// to look at where that is wanted.
  private func page(of merged: MergedArticle, _ post: Post, isWanted: Bool) throws -> [UInt8]? {
    let article = merged.article
    guard article.form == .page else {
      return isWanted ? post.page(seoTitle: article.seoTitle(rules), description: article.seoDescription(rules)) : nil
    }
    return merged.translatedSegments > 0
      ? try article.localizedPage(language: language, canonical: post.canonical) : article.content
  }

  // MARK: Forms

  /// Of meta fields that share a key, as exports have them, JSON holds the first: the one that WordPress reads.
  private static func withoutRepeats(_ post: Post, _ remarks: inout [String]) -> Post {
    var post = post
    var firsts: [String: [UInt8]] = [:]
    var named: Set<String> = []
    post.meta = post.meta.filter { key, json in
      guard let first = firsts[key] else {
        firsts[key] = json
        return true
      }
      if json != first, named.insert(key).inserted {
        remarks.append(
          "the meta field \"\(key)\" stands there more than once: its first value is written, the others are left out; "
            + "merge with --as wxr to keep them all")
      }
      return false
    }
    return post
  }

  /// The request in one line. Line feeds never stand inside a JSON string, so what follows one is indentation.
  private static func line(_ post: Post) -> [UInt8] {
    var line: [UInt8] = []
    var isIndentation = false
    for byte in post.payload {
      if byte == 0x0A || byte == 0x0D {
        isIndentation = true
      } else if !isIndentation || byte != 0x20 && byte != 0x09 {
        isIndentation = false
        line.append(byte)
      }
    }
    return line + [0x0A]
  }

  private func exported(
    _ post: Post, of article: Article, _ channel: WXRChannel?, _ path: String, _ remarks: inout [String]
  ) -> PostStreams.Piece {
    let export = PostExport(
      profile: profile, language: language, rules: rules,
      site: PostComposer.site(of: article) ?? stage.project.configuration.site ?? channel?.baseSiteAddress)
    var writer = WXRWriter()
    writer.item(export.item(post, of: article, &remarks))
    let item = writer.take()
    if !writer.leftOut.isEmpty {
      let names = writer.leftOut.sorted().map { "U+" + String($0 + 0x10000, radix: 16, uppercase: true).dropFirst() }
      remarks.append("XML can't hold \(names.joined(separator: ", ")): left out")
    }
    var end = WXRWriter()
    end.end()
    return PostStreams.Piece(
      path: path, bytes: item,
      begin: {
        var head = WXRWriter()
        head.begin(export.head(channel))
        return head.take()
      }, end: end.take())
  }
}
