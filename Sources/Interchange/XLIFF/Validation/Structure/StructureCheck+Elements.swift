// An element's place in its parent, against the tables.
internal import XMLStream

extension StructureCheck {
  /// Finds the place of `word` in the element at `parent`.
  /// - Returns: the scope that holds in it.
  mutating func place(_ word: ElementWord, in parent: Int, _ xml: XMLReader) -> Scope {
    let outer = frames[parent]
    frames[parent].hasContent = true
    frames[parent].isEmpty = false
    let shape = grammar.shapes[Int(outer.word.rawValue)]
    guard shape.isKnown else {
      // In an extension all is allowed.
      return outer.scope == .foreign && word == .foreign ? .foreign : .lax
    }
    var place = grammar.places[Int(outer.word.rawValue) * ElementWord.total + Int(word.rawValue)]
    if shape.takesAny { return .lax }
    let isOther = isOfOtherNamespace(word, than: outer.word)
    if isOther, shape.otherPlace != Grammar.none, place == Grammar.none || place < outer.place {
      place = shape.otherPlace
    }
    guard place != Grammar.none else {
      log.add(
        .elementMisplaced, "<\(shown(word, xml))> may not be in <\(outer.word.name)>", line: xml.line)
      return .lax
    }
    if isOther, place == shape.otherPlace, !isAllowed(word, in: parent, xml) { return .lax }
    let bit: UInt32 = 1 << UInt32(place)
    if place < outer.place {
      log.add(
        .elementOrder,
        "<\(shown(word, xml))> in <\(outer.word.name)> comes too late: it stands before \(names(at: outer.place, in: outer.word))",
        line: xml.line)
    } else {
      if shape.single & bit != 0, outer.seen & bit != 0 {
        log.add(
          .elementCount, "there is more than one \(names(at: place, in: outer.word)) in <\(outer.word.name)>",
          line: xml.line)
      }
      let between = shape.required & ~outer.seen & (bit - 1)
      if between != 0 {
        reportMissing(between, in: outer.word, line: xml.line)
        frames[parent].seen |= between
      }
      frames[parent].place = place
    }
    frames[parent].seen |= bit
    return scope(of: word, in: outer)
  }

  private func scope(of word: ElementWord, in outer: Frame) -> Scope {
    if outer.word == .skeleton || outer.scope == .lax { return .lax }
    if !word.isNamed { return outer.scope == .core && word == .foreign ? .foreign : .lax }
    let isModule = grammar.families[Int(word.rawValue)] != 0
    switch outer.scope {
    case .core: return isModule ? .module : .core
    case .module: return isModule ? .module : outer.word == .`mtc:match` ? .candidate : .lax
    case .candidate: return isModule ? .lax : .candidate
    case .foreign, .lax: return .lax
    }
  }

  /// Whether a module's element may stand in an extension point of the core, and whether it may again.
  private mutating func isAllowed(_ word: ElementWord, in parent: Int, _ xml: XMLReader) -> Bool {
    let outer = frames[parent]
    guard outer.scope != .lax, let modules = grammar.elements[Int(outer.word.rawValue)].modules else { return true }
    if word == .foreign { return true }
    if word == .unlistedInModule {
      log.add(
        .elementUnlisted, "<\(xml.name.localName)> is no element of \(xml.name.namespace)", line: xml.line)
      return false
    }
    guard modules.contains(word) else {
      log.add(.moduleMisplaced, "<\(word.name)> may not be in <\(outer.word.name)>", line: xml.line)
      return false
    }
    if let number = grammar.elements[Int(outer.word.rawValue)].singleModules.firstIndex(of: word) {
      let bit: UInt16 = 1 << UInt16(number)
      if outer.modules & bit != 0 {
        log.add(
          .moduleCount, "there is more than one <\(word.name)> in <\(outer.word.name)>", line: xml.line)
      }
      frames[parent].modules |= bit
    }
    return true
  }

  private func isOfOtherNamespace(_ word: ElementWord, than parent: ElementWord) -> Bool {
    switch word {
    case .foreign: true
    case .unlisted: false
    case .unlistedInModule: grammar.families[Int(parent.rawValue)] == 0
    default: grammar.families[Int(word.rawValue)] != grammar.families[Int(parent.rawValue)]
    }
  }

  func reportMissing(_ missing: UInt32, in word: ElementWord, line: Int) {
    for place in grammar.elements[Int(word.rawValue)].places.indices where missing & (1 << UInt32(place)) != 0 {
      log.add(.elementMissing, "<\(word.name)> has no \(names(at: UInt8(place), in: word))", line: line)
    }
  }

  private func names(at place: UInt8, in word: ElementWord) -> String {
    grammar.elements[Int(word.rawValue)].places[Int(place)].map {
      $0 == "other" ? "elements of other namespaces" : "<\($0)>"
    }.joined(separator: " or ")
  }

  private func shown(_ word: ElementWord, _ xml: XMLReader) -> String {
    word.isNamed ? word.name : xml.name.localName
  }
}
