// XLIFF 2.x: file, group, unit, segment (XLIFF 2.1, 4.2.2).
internal import XMLStream

extension DocumentParser {
  func file2() throws(XMLError) -> XLIFF.File {
    var file = XLIFF.File(id: attribute(.id) ?? "", original: attribute(.original) ?? "", line: xml.line)
    let translate = flag(.translate) ?? true
    var count = 0
    groupIDs = []
    try inheritingLanguage { () throws(XMLError) in
      try children { word throws(XMLError) in
        switch word {
        case .skeleton:
          file.skeletonReference = attribute(.href)
          try xml.skipElement()
        case .metadata: file.metadata += try metadata()
        case .notes:
          if count > 0 { report("element.order", "<notes> stands before the units of a file") }
          file.notes += try notes2()
        case .unit:
          file.units.append(try unit2(translate: translate))
          count += 1
        case .group:
          try group2(&file.units, translate: translate)
          count += 1
        default: try skipChild()
        }
      }
    }
    if count == 0 {
      report("file.unit.missing", "<file id=\"\(file.id)\"> has neither unit nor group", line: file.line)
    }
    return file
  }

  private func group2(_ units: inout [XLIFF.Unit], translate: Bool) throws(XMLError) {
    let translate = flag(.translate) ?? translate
    let id = attribute(.id) ?? ""
    if id.isEmpty { report("group.id.missing", "<group> has no id") }
    if !groupIDs.insert(id).inserted { report("group.id.unique", "two groups of this file have the id “\(id)”") }
    try inheritingLanguage { () throws(XMLError) in
      try children { word throws(XMLError) in
        switch word {
        case .unit: units.append(try unit2(translate: translate))
        case .group: try group2(&units, translate: translate)
        case .notes, .metadata: try xml.skipElement()
        default: try skipChild()
        }
      }
    }
  }

  /// Our own metadata; other tools' groups are skipped.
  func metadata() throws(XMLError) -> [XLIFF.Metadatum] {
    var metadata: [XLIFF.Metadatum] = []
    try children { word throws(XMLError) in
      guard word == .metaGroup, attribute(.category) == "overzet" else {
        try xml.skipElement()
        return
      }
      try children { word throws(XMLError) in
        guard word == .meta else {
          try xml.skipElement()
          return
        }
        let key = attribute(.type) ?? ""
        metadata.append(XLIFF.Metadatum(key, try xml.elementText()))
      }
    }
    return metadata
  }

  private func notes2() throws(XMLError) -> [XLIFF.Note] {
    var notes: [XLIFF.Note] = []
    try children { word throws(XMLError) in
      guard word == .note else {
        try skipChild(isClosed: true)
        return
      }
      let category = attribute(.category)
      notes.append(XLIFF.Note(category: category, try xml.elementText()))
    }
    if notes.isEmpty { report("notes.note.missing", "<notes> has no <note>") }
    return notes
  }

  private func unit2(translate: Bool) throws(XMLError) -> XLIFF.Unit {
    var unit = XLIFF.Unit(id: attribute(.id) ?? "", translate: flag(.translate) ?? translate, line: xml.line)
    if scope == .everything {
      unit.name = attribute(.name)
      unit.maximumLength = attribute(.sizeRestriction).flatMap(Self.maximum)
    }
    // What looks like an end tag is one, unless it stands in what is no plain element.
    if scope == .translations, !xml.mayHold("target", before: "</unit>"), try xml.skipPlainElement() { return unit }
    try inheritingLanguage { () throws(XMLError) in
      try children { word throws(XMLError) in
        switch word {
        case .segment: unit.parts.append(try part2(.segment))
        case .ignorable: unit.parts.append(try part2(.ignorable))
        case .notes, .originalData:
          guard scope == .everything else {
            if try !xml.skipPlainElement() { try xml.skipElement() }
            return
          }
          guard word == .notes else { return try originalData(of: &unit) }
          reportIfLate(unit, "notes")
          unit.notes += try notes2()
        case .metadata: try xml.skipElement()
        default: try skipChild()
        }
      }
    }
    return unit
  }

  private func reportIfLate(_ unit: XLIFF.Unit, _ name: String) {
    if !unit.parts.isEmpty { report("element.order", "<\(name)> stands before the segments of a unit") }
  }

  /// The upper bound of `slr:sizeRestriction` in the profile `xliff:codepoints`: `max` or `min,max`.
  private static func maximum(_ restriction: String) -> Int? {
    restriction.split(separator: ",", omittingEmptySubsequences: false).last.flatMap { Int($0) }
  }

  private func originalData(of unit: inout XLIFF.Unit) throws(XMLError) {
    reportIfLate(unit, "originalData")
    var data: [XLIFF.OriginalData] = []
    try children { word throws(XMLError) in
      guard word == .data else {
        try skipChild(isClosed: true)
        return
      }
      let id = attribute(.id)
      if id == nil { report("data.id.missing", "<data> has no id") }
      // Text and `cp`: what a content holds, without codes.
      var content = XLIFF.Content()
      let line = xml.line
      try inline2(&content, isData: true)
      if !content.elements.isEmpty { report("element.misplaced", "<data> holds text and <cp> only", line: line) }
      data.append(XLIFF.OriginalData(id: id ?? "", bytes: content.text))
    }
    if data.isEmpty { report("originalData.data.missing", "<originalData> has no <data>") }
    unit.originalData += data
  }

  private func part2(_ kind: XLIFF.Part.Kind) throws(XMLError) -> XLIFF.Part {
    var part = XLIFF.Part(kind, id: attribute(.id) ?? "", source: XLIFF.Content())
    if scope == .everything { part.line = xml.line }
    if kind == .segment {
      if let state = attribute(.state) {
        part.state = XLIFF.State(rawValue: state)
        if part.state == nil {
          report("segment.state", "state=\"\(state)\" is not initial, translated, reviewed or final")
        }
      }
      if scope == .everything { part.subState = attribute(.subState) }
    }
    var sources = 0
    try children { word throws(XMLError) in
      switch word {
      case .source:
        sources += 1
        checkLanguage(isTarget: false)
        if part.target != nil { report("element.order", "<source> stands before <target>") }
        // A second source would be an error; its text must not run into the first.
        var content = XLIFF.Content()
        try inline2(&content)
        if sources == 1 { part.source = content }
      case .target:
        if part.target != nil { report("target.repeated", "a segment has one <target>") }
        checkLanguage(isTarget: true)
        part.order = attribute(.order).flatMap { Int($0) }
        var content = XLIFF.Content()
        try inline2(&content)
        part.target = content
      default: try skipChild(isClosed: true)
      }
    }
    if sources != 1 {
      report("source.count", "a segment or ignorable has one <source>, not \(sources)", line: part.line)
    }
    return part
  }
}
