// What became of a unit's inline codes in translation.

extension XLIFF {
  /// How the codes of a target differ from those of its source, over all segments of a unit: a code may move from one
  /// sentence to another. A `pc` that came back as `sc` and `ec` is the same code, and annotations are none.
  package struct CodeDifference: Sendable, Equatable {
    /// One code, or one half of a pair.
    package struct Code: Sendable, Equatable {
      /// Its id in the unit.
      package var id: String
      /// What a translator sees in its place, such as `<strong>`; where the file gives no display text, its kind and
      /// id.
      package var display: String
      /// Whether the source's editing hints let a translator do this: delete it (both halves of a pair) or copy it.
      package var isPermitted: Bool
    }

    /// In the source and not in the target.
    package var missing: [Code] = []
    /// In the target and not in the source.
    package var extra: [Code] = []
    /// More often in the target than in the source, or copied (`copyOf`).
    package var duplicated: [Code] = []
    /// Pairs that in the target cross another, or end before they begin, and in the source do not.
    package var misnested: [Code] = []

    /// Whether source and target have the same codes, well nested.
    package var isEmpty: Bool { missing.isEmpty && extra.isEmpty && duplicated.isEmpty && misnested.isEmpty }

    /// Whether nothing was done that the source's editing hints forbid.
    package var isPermitted: Bool {
      extra.isEmpty && misnested.isEmpty && missing.allSatisfy(\.isPermitted) && duplicated.allSatisfy(\.isPermitted)
    }

    /// The difference of a unit's targets to its sources. A part without a target counts as its source, which is what
    /// merging puts in its place.
    package init(_ unit: Unit) {
      self.init(source: unit.parts.map(\.source), target: unit.parts.map { $0.target ?? $0.source })
    }

    /// The difference of the codes in `target` to those in `source`, both in the order of the text.
    package init(source: [Content], target: [Content]) {
      let sources = source.flatMap(\.codes)
      let targets = target.flatMap(\.codes)
      if sources.map(Key.init) == targets.map(Key.init) && targets.allSatisfy({ $0.copyOf == nil }) { return }

      let naming = Naming(sources + targets)
      var wanted: [Key: InlineElement] = [:]
      for code in sources { wanted[Key(code)] = code }
      var found: [Key: Int] = [:]
      for code in targets { found[Key(code), default: 0] += 1 }

      for code in sources where found[Key(code)] == nil {
        // Half a pair is never to be deleted.
        let isWhole = Key(code).otherHalves.allSatisfy { wanted[$0] == nil || found[$0] == nil }
        let hints = wanted[Key(code).start] ?? code
        missing.append(naming.code(code, isPermitted: isWhole && hints.canDelete))
      }
      // The end of a copied pair has its start's new id and no `copyOf` of its own.
      var originals: [String: String] = [:]
      for code in targets { if let original = code.copyOf { originals[code.id] = original } }
      let byID = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
      var counted: [Key: Int] = [:]
      for code in targets {
        counted[Key(code), default: 0] += 1
        if let known = wanted[Key(code)] {
          if counted[Key(code)] == 2 {
            duplicated.append(naming.code(code, isPermitted: (wanted[Key(code).start] ?? known).canCopy))
          }
        } else if let copied = originals[code.id].flatMap({ byID[$0] }) {
          duplicated.append(naming.code(copied, isPermitted: copied.canCopy))
        } else {
          extra.append(naming.code(code, isPermitted: false))
        }
      }
      let before = Set(Self.misnestedIDs(sources))
      for id in Self.misnestedIDs(targets) where !before.contains(id) {
        if let code = targets.first(where: { $0.id == id }) {
          misnested.append(naming.code(code, isPermitted: false))
        }
      }
    }

    /// Ids of the pairs that cross another or end before they begin, in the order in which that shows.
    private static func misnestedIDs(_ codes: [InlineElement]) -> [String] {
      let starts = Set(codes.filter { Key($0).half == .start }.map(\.id))
      var open: [String] = []
      var found: [String] = []
      var known: Set<String> = []
      for code in codes where !code.isIsolated {
        switch code.kind {
        case .spanStart, .startCode: open.append(code.id)
        case .spanEnd, .endCode:
          if open.last == code.id {
            open.removeLast()
            continue
          }
          if let depth = open.lastIndex(of: code.id) { open.remove(at: depth) }
          if starts.contains(code.id) && known.insert(code.id).inserted { found.append(code.id) }
        default: continue
        }
      }
      return found
    }
  }
}

extension XLIFF.CodeDifference: CustomStringConvertible {
  /// `<strong> is missing; [gallery] is there twice`, for messages; empty where there is no difference.
  package var description: String {
    let clauses =
      missing.map { "\($0.display) is missing" } + extra.map { "\($0.display) is not in the source" }
      + duplicated.map { "\($0.display) is there twice" } + misnested.map { "\($0.display) crosses another code" }
    return clauses.joined(separator: "; ")
  }
}

/// What makes two codes the same: the id and which half of a pair it is.
private struct Key: Hashable {
  enum Half { case whole, start, end }
  var id: String
  var half: Half

  init(_ code: XLIFF.InlineElement) {
    id = code.id
    half =
      switch code.kind {
      case .spanStart, .startCode: .start
      case .spanEnd, .endCode: .end
      default: .whole
      }
  }

  /// The start of the pair that this is half of; itself where it is whole.
  var start: Key {
    var start = self
    if half == .end { start.half = .start }
    return start
  }

  /// The other half, where there can be one.
  var otherHalves: [Key] {
    var other = self
    switch half {
    case .whole: return []
    case .start: other.half = .end
    case .end: other.half = .start
    }
    return [other]
  }
}

/// Names codes for people: by display text, an end by its start's where it has none.
private struct Naming {
  private var displays: [Key: String] = [:]

  init(_ codes: [XLIFF.InlineElement]) {
    for code in codes {
      if let display = code.display, displays[Key(code)] == nil { displays[Key(code)] = display }
    }
  }

  func code(_ code: XLIFF.InlineElement, isPermitted: Bool) -> XLIFF.CodeDifference.Code {
    let key = Key(code)
    let name: String
    if let own = displays[key] {
      name = own
    } else if key.half == .end {
      name = "the end of \(displays[key.start] ?? "code \(code.id)")"
    } else {
      name = "\(code.type ?? "code") \(code.id)"
    }
    return XLIFF.CodeDifference.Code(id: code.id, display: name, isPermitted: isPermitted)
  }
}
