@testable import Interchange

// What of a document of 2.x comes back from 1.2, and so what does not: the table of what 1.2 can't say.

private let xml = "http://www.w3.org/XML/1998/namespace"

extension XLIFF.Document {
  /// The document as it comes back from 1.2.
  var heldThrough12: XLIFF.Document {
    var document = self
    document.notes = []
    document.modules.attributes.removeAll { $0.namespace == xml || $0.namespace.isEmpty }
    for file in document.files.indices { document.files[file].holdThrough12() }
    return document
  }
}

extension XLIFF.File {
  fileprivate mutating func holdThrough12() {
    // 1.2 counts characters and bytes, and has `translate` and `xml:space` on units.
    if sizeProfiles == nil || sizeProfiles == .codePoints {
      sizeProfiles = .init(general: "xliff:codepoints", storage: "xliff:utf8")
    }
    (translate, preservesSpace) = (true, false)
    if let skeleton, skeletonReference != nil || !skeleton.attributes.isEmpty {
      self.skeleton?.attributes = []
      if skeletonReference != nil { self.skeleton = nil }
    }
    notes = notes.map(\.heldThrough12)
    modules.holdThrough12()
    let isUsed = { (group: Int, units: [XLIFF.Unit], groups: [XLIFF.Group]) in
      units.contains { unit in
        var current = unit.group
        while let index = current {
          if index == group { return true }
          current = groups[index].parent
        }
        return false
      }
    }
    // A group holds something.
    var numbers: [Int: Int] = [:]
    var kept: [XLIFF.Group] = []
    for (index, group) in groups.enumerated() where isUsed(index, units, groups) {
      numbers[index] = kept.count
      var group = group
      group.parent = group.parent.flatMap { numbers[$0] }
      group.notes = group.notes.map(\.heldThrough12)
      group.modules.holdThrough12()
      kept.append(group)
    }
    groups = kept
    for index in units.indices {
      units[index].group = units[index].group.flatMap { numbers[$0] }
      units[index].holdThrough12()
    }
  }
}

extension XLIFF.Note {
  fileprivate var heldThrough12: XLIFF.Note {
    XLIFF.Note(category: category, text, priority: priority, appliesTo: appliesTo)
  }
}

extension XLIFF.Modules {
  fileprivate mutating func holdThrough12() {
    attributes.removeAll { attribute in
      ["canResegment", "srcDir", "trgDir", "translate"].contains(attribute.name) && attribute.namespace.isEmpty
        || attribute.namespace == xml
    }
    for entry in glossary.indices {
      glossary[entry].other = XLIFF.Extension()
      glossary[entry].term.attributes = []
      glossary[entry].definition?.attributes = []
      for index in glossary[entry].translations.indices { glossary[entry].translations[index].attributes = [] }
    }
    for index in matches.indices {
      matches[index].id = nil
      matches[index].similarity = matches[index].similarity ?? matches[index].quality ?? matches[index].suitability
      (matches[index].quality, matches[index].suitability) = (nil, nil)
      if let subType = matches[index].subType, !subType.hasPrefix("xliff12:") { matches[index].subType = nil }
      if matches[index].isForReference == false { matches[index].isForReference = nil }
      matches[index].target.holdThrough12()
      matches[index].source?.holdThrough12()
    }
  }
}

extension XLIFF.Unit {
  fileprivate mutating func holdThrough12() {
    notes = notes.map(\.heldThrough12)
    var modules = modules
    modules.holdThrough12()
    let segments = parts.filter { $0.kind == .segment }.map(\.id)
    for index in modules.matches.indices {
      // What is for an annotation is for its segment.
      let named = modules.matches[index].reference.map { String($0.dropFirst()) } ?? ""
      if !segments.contains(named) {
        let home = parts.first { part in
          part.source.elements.contains { $0.id == named && !$0.kind.isCode }
            || part.target?.elements.contains { "t=" + $0.id == named && !$0.kind.isCode } ?? false
        }
        modules.matches[index].reference = "#" + (home?.id ?? segments.first ?? "")
      }
    }
    if !modules.matches.isEmpty, let first = parts.firstIndex(where: { $0.kind == .segment }), parts[first].id.isEmpty {
      parts[first].id = parts.count > 1 ? "seg-\(first + 1)" : "s1"
      for index in modules.matches.indices where modules.matches[index].reference == "#" {
        modules.matches[index].reference = "#" + parts[first].id
      }
    }
    self.modules = modules
    // Which data the codes name, in which order and how often is the reader's to say.
    originalData = []
    let isSegmented = parts.count > 1 || parts.first?.id.isEmpty == false
    let state = parts.filter { $0.kind == .segment && $0.target != nil }.compactMap(\.state).min()
    for index in parts.indices {
      parts[index].source.holdThrough12()
      if var target = parts[index].target {
        target.holdThrough12()
        parts[index].target = target
      }
      (parts[index].attributes, parts[index].sourceAttributes, parts[index].targetAttributes) = ([], [], [])
      parts[index].subState = nil
      if parts[index].kind == .segment {
        parts[index].state = parts[index].target == nil ? nil : state
        if parts[index].target == nil { parts[index].order = nil }
        if isSegmented && parts[index].id.isEmpty { parts[index].id = "seg-\(index + 1)" }
      } else {
        parts[index].id = ""
      }
    }
    holdGaps()
  }

  /// A 1.2 target writes what stands between its segments whole.
  private mutating func holdGaps() {
    let sequence = parts.indices.sorted { (parts[$0].order ?? $0 + 1, $0) < (parts[$1].order ?? $1 + 1, $1) }
    let kinds = parts.map(\.kind)
    let isSegment = { (index: Int) in kinds[index] == .segment }
    for (place, index) in sequence.enumerated() where kinds[index] == .ignorable {
      let neighbour = sequence[place...].first(where: isSegment) ?? sequence[..<place].last(where: isSegment)
      let isWritten = neighbour.map { parts[$0].target != nil } ?? false
      // That it is empty can't be told from its not being there.
      let own = parts[index].target.flatMap { $0.isEmpty ? nil : $0 }
      parts[index].target = isWritten ? own ?? parts[index].source : nil
      parts[index].order = nil
    }
  }
}

extension XLIFF.Content {
  fileprivate mutating func holdThrough12() {
    var nesting = XLIFF.Nesting()
    nesting.match(elements, markers: true)
    let partner = nesting.partner
    let hasData = elements.map { $0.dataReference != nil }
    for index in elements.indices {
      elements[index].dataReference = nil
      // What has no other half in a partial translation says so.
      if elements[index].kind != .standaloneCode { elements[index].isIsolated = false }
      // A `g` has one text for both its tags.
      if elements[index].kind == .spanEnd, partner[index] >= 0, !hasData[index], !hasData[partner[index]] {
        elements[index].display = nil
      }
      elements[index].equivalent = nil
      (elements[index].canCopy, elements[index].canDelete, elements[index].canReorder) = (true, true, true)
      (elements[index].reference, elements[index].copyOf) = (nil, nil)
      elements[index].attributes.removeAll { $0.namespace.isEmpty }
      // A comment says something, or points to something that does.
      if elements[index].type == "comment", elements[index].value == nil { elements[index].value = "" }
      // Halves and spans are told by how they nest, annotations have the ids that are free.
      switch elements[index].kind {
      case .startCode, .spanStart: elements[index].kind = .startCode
      case .endCode, .spanEnd:
        elements[index].kind = .endCode
        (elements[index].type, elements[index].subType, elements[index].attributes) = (nil, nil, [])
        elements[index].subFlows = []
      case .markStart, .startMarker: (elements[index].id, elements[index].kind) = ("", .markStart)
      case .markEnd, .endMarker: (elements[index].id, elements[index].kind) = ("", .markEnd)
      case .standaloneCode: break
      }
    }
    // An annotation that crosses something, or ends in another segment, can't be said.
    elements = elements.indices.filter { elements[$0].kind.isCode || partner[$0] >= 0 }.map { elements[$0] }
  }
}
