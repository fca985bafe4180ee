import Interchange

// What a version can hold of a document, and so what must come back: the losses, spelt out.

extension XLIFF.Document {
  /// The document as it comes back from a file of its version.
  var held: XLIFF.Document {
    var document = self
    for file in document.files.indices {
      if version == .v1_2 { document.files[file].id = document.files[file].original }
      for unit in document.files[file].units.indices {
        if version == .v1_2 {
          document.files[file].units[unit].holdWhat12Holds()
        } else {
          for part in document.files[file].units[unit].parts.indices {
            document.files[file].units[unit].parts[part].holdWhat2Holds()
          }
        }
      }
    }
    return document
  }

  /// The document without the lines that only reading gives, and with attributes in one order: it means nothing.
  var withoutLines: XLIFF.Document {
    var document = self
    for file in document.files.indices {
      document.files[file].line = 0
      document.files[file].modules.attributes.sort { $0.name < $1.name }
      for group in document.files[file].groups.indices {
        document.files[file].groups[group].line = 0
        document.files[file].groups[group].modules.attributes.sort { $0.name < $1.name }
      }
      for unit in document.files[file].units.indices {
        document.files[file].units[unit].line = 0
        document.files[file].units[unit].modules.attributes.sort { $0.name < $1.name }
        for part in document.files[file].units[unit].parts.indices {
          document.files[file].units[unit].parts[part].line = 0
        }
      }
    }
    return document
  }

  /// The document without the ids of annotations, which 1.2 can't always keep.
  var withoutAnnotationIDs: XLIFF.Document {
    var document = self
    for file in document.files.indices {
      for unit in document.files[file].units.indices {
        document.files[file].units[unit].editContents { content in
          for index in content.elements.indices where !content.elements[index].kind.isCode {
            content.elements[index].id = ""
          }
        }
        for match in document.files[file].units[unit].matches.indices {
          for index in document.files[file].units[unit].matches[match].target.elements.indices
          where !document.files[file].units[unit].matches[match].target.elements[index].kind.isCode {
            document.files[file].units[unit].matches[match].target.elements[index].id = ""
          }
        }
      }
    }
    return document
  }
}

extension XLIFF.Part {
  /// A subState brings its state along; order belongs to a target.
  fileprivate mutating func holdWhat2Holds() {
    if subState != nil, state == nil { state = .initial }
    if target == nil { order = nil }
  }
}

extension XLIFF.Unit {
  fileprivate mutating func editContents(_ edit: (inout XLIFF.Content) -> Void) {
    for index in parts.indices {
      edit(&parts[index].source)
      if var target = parts[index].target {
        edit(&target)
        parts[index].target = target
      }
    }
  }

  /// 1.2 has no original data, one state for all of a unit's targets, and writes the gaps of a target whole.
  fileprivate mutating func holdWhat12Holds() {
    originalData = []
    editContents { content in
      for index in content.elements.indices { content.elements[index].holdWhat12Holds() }
    }
    for index in matches.indices {
      for element in matches[index].target.elements.indices {
        matches[index].target.elements[element].holdWhat12Holds()
        matches[index].source?.elements[element].holdWhat12Holds()
      }
    }
    let segments = parts.filter { $0.kind == .segment }
    let translated = segments.filter { $0.target != nil }
    let lowest = translated.compactMap(\.state).min()
    let state = lowest
    for index in parts.indices {
      if parts[index].target == nil { parts[index].order = nil }
      parts[index].subState = nil
      if parts[index].kind == .segment {
        parts[index].state = parts[index].target == nil ? nil : state
        if parts.count == 1 { parts[index].id = "" }
      } else {
        parts[index].id = ""
        parts[index].target = parts[index + 1].target == nil ? nil : parts[index].target ?? parts[index].source
      }
    }
  }
}

extension XLIFF.InlineElement {
  fileprivate mutating func holdWhat12Holds() {
    dataReference = nil
    equivalent = nil
    canDelete = true
    canReorder = true
    switch kind {
    case .spanEnd: display = nil
    case .endCode where !isIsolated:
      (type, subType) = (nil, nil)
      canCopy = true
    default: break
    }
  }
}
