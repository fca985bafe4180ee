// XLIFF 1.2: trans-unit, alt-trans.
internal import XMLStream

extension DocumentParser {
  func unit12(_ outer: Inherited) throws(XMLError) -> XLIFF.Unit {
    var unit = XLIFF.Unit(
      id: attribute(.id) ?? "", name: attribute(.resname), translate: flag(.translate) ?? outer.translate,
      line: xml.line)
    let isApproved = attribute(.approved) == "yes"
    var states = ToolStates12(xml)
    if scope == .everything { head12(&unit, outer) }
    var sides = Sides12()
    var data = NativeData12()
    var modules = unit.modules
    try children { word throws(XMLError) in
      switch word {
      case .source:
        modules.sourceAttributes = sideAttributes()
        sides.source = XLIFF.Content(joining: try pieces12(&data))
      case .segSource:
        modules.segmentedSourceAttributes = sideAttributes()
        sides.segmentedSource = try pieces12(&data)
      case .target:
        if let state = attribute(.state) {
          (sides.state, sides.subState) = XLIFF.state(of12: state)
        }
        // `approved` is how some tools say final; a state that asks for more work speaks louder.
        if isApproved && sides.subState == nil && sides.state != .initial { sides.state = .final }
        modules.targetAttributes = sideAttributes()
        sides.target = try pieces12(&data)
      case .note:
        let note = try note12()
        if scope == .everything, let entry = GlossaryNote.entry(note) {
          modules.glossary.append(entry)
        } else {
          unit.notes.append(note)
        }
      case .altTrans where scope == .everything: try matches12(into: &modules.matches)
      default:
        if xml.name.localName == "seg-defs", xml.name.namespace == ToolStates12.trados {
          let definitions = try fragment()
          states.take(definitions)
          if scope == .everything { modules.fragments.append(definitions) }
          return
        }
        guard scope == .everything, isCore else { return try moduleChild(&modules) }
        modules.metadata.groups.append(try element12())
      }
    }
    unit.parts = sides.parts(line: unit.line)
    states.apply(to: &unit.parts)
    unit.originalData = data.all
    modules.marksSegment = scope == .everything && unit.parts.count == 1 && sides.marksSegment
    if !unit.isPlain || modules != XLIFF.Modules() { unit.modules = modules }
    return unit
  }

  /// What a unit's start tag says, but for its id and name.
  private func head12(_ unit: inout XLIFF.Unit, _ outer: Inherited) {
    var rest = otherAttributes { $0 == .id || $0 == .resname || $0 == .translate || $0 == .space }
    let inner = inherit(outer, &rest)
    (unit.translate, unit.preservesSpace) = (inner.translate, inner.preservesSpace)
    takeSizes12(&rest)
    takeType12(&rest)
    let namespace = XLIFFModule.sizeRestriction.description
    if let restriction = rest["sizeRestriction", namespace] {
      unit.maximumLength = XLIFF.SizeRestriction.bounds(restriction).maximum
      if unit.maximumLength.map(String.init) == restriction { rest["sizeRestriction", namespace] = nil }
    }
    if !rest.isEmpty { unit.modules.attributes = rest }
  }

  /// The attributes of the current `<source>`, `<seg-source>` or `<target>`, but for a target's state.
  private func sideAttributes() -> [XLIFF.Attribute] {
    guard scope == .everything, xml.attributeCount > 0 else { return [] }
    return otherAttributes { $0 == .state }
  }

  /// Bounds in characters and bytes become those of the size restriction module; others stay.
  func takeSizes12(_ attributes: inout [XLIFF.Attribute]) {
    let written = attributes
    func number(_ name: String) -> Int? {
      guard let text = written[name], let value = Int(text), value >= 0, String(value) == text else { return nil }
      return value
    }
    func isPlain(_ name: String) -> Bool { written[name] == nil || number(name) != nil }
    var restriction = XLIFF.SizeRestriction()
    if attributes["size-unit"] == "char", attributes["maxheight"] == nil, attributes["minheight"] == nil,
      isPlain("minwidth"), isPlain("maxwidth"), attributes["minwidth"] != nil || attributes["maxwidth"] != nil
    {
      (restriction.minimum, restriction.maximum) = (number("minwidth"), number("maxwidth"))
      for name in ["size-unit", "minwidth", "maxwidth"] { attributes[name] = nil }
    }
    if isPlain("minbytes"), isPlain("maxbytes") {
      (restriction.minimumStorage, restriction.maximumStorage) = (number("minbytes"), number("maxbytes"))
      for name in ["minbytes", "maxbytes"] { attributes[name] = nil }
    }
    attributes += restriction.attributes
  }

  /// `restype="x-prefix:value"` is a 2.x type; others stay.
  func takeType12(_ attributes: inout [XLIFF.Attribute]) {
    guard let type = attributes["restype"], type.hasPrefix("x-"), XLIFF.isUserDefined(type.dropFirst(2)) else { return }
    attributes["restype"] = nil
    attributes["type"] = String(type.dropFirst(2))
  }

  /// Appends the candidates of the current `<alt-trans>`: one, or in loose files one for each of its targets.
  private func matches12(into matches: inout [XLIFF.Match]) throws(XMLError) {
    var rest = otherAttributes()
    var match = XLIFF.Match(
      reference: rest.take("mid").map { "#" + $0 }, origin: rest.take("origin"),
      similarity: rest.take("match-quality").map { XLIFF.Percentage($0) }, source: nil, target: XLIFF.Content())
    if let type = rest.take("alttranstype") {
      if type == "reference" { match.isForReference = true } else { match.subType = XLIFF.word(of12: type) }
    }
    match.other.attributes = rest
    var data = NativeData12()
    var targets: [(content: XLIFF.Content, attributes: [XLIFF.Attribute])] = []
    try children { word throws(XMLError) in
      switch word {
      case .source:
        match.sourceAttributes = otherAttributes()
        match.source = XLIFF.Content(joining: try pieces12(&data))
      case .target:
        let attributes = otherAttributes()
        targets.append((XLIFF.Content(joining: try pieces12(&data)), attributes))
      case .segSource: try xml.skipElement()
      case .metadata: try metadata(into: &match.metadata)
      default:
        if isCore {
          match.metadata.groups.append(try element12())
        } else {
          match.other.fragments.append(try fragment())
        }
      }
    }
    match.originalData = data.all
    for (content, attributes) in targets {
      (match.target, match.targetAttributes) = (content, attributes)
      match.type = match.targetAttributes.take("state-qualifier").flatMap { qualifier in
        guard let type = XLIFF.matchType(ofQualifier: qualifier) else {
          match.targetAttributes["state-qualifier"] = qualifier
          return nil
        }
        return type
      }
      matches.append(match)
    }
  }
}

/// The native codes of a unit or a candidate, each kept once.
struct NativeData12 {
  private(set) var all: [XLIFF.OriginalData] = []
  private var ids: [[UInt8]: String] = [:]

  /// The id under which `native` stands; it is added where it is not there yet.
  mutating func id(of native: [UInt8]) -> String {
    if let known = ids[native] { return known }
    let id = "d\(all.count + 1)"
    ids[native] = id
    all.append(XLIFF.OriginalData(id: id, bytes: native))
    return id
  }
}
