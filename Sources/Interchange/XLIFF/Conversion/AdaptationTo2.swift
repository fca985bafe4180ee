// What 2.x asks for and 1.2 does not: ids that are NMTOKENs and unique over codes, annotations and segments; pairs that are
// whole or say that they are not; candidates that name what they are for (XLIFF 2.1, 4.3.1).

/// Makes what was read from 1.2 fit for 2.x.
struct AdaptationTo2 {
  private var fileIDs: Set<String> = []
  private var groupCount = 0

  mutating func adapt(_ file: inout XLIFF.File, _ losses: inout XLIFF.Losses) {
    groupCount = 0
    var id = NMTOKEN.encoded(file.id.isEmpty ? "f" : file.id)
    while !fileIDs.insert(id).inserted { id += "_" }
    file.id = id
    if file.sizeProfiles == .codePoints { file.sizeProfiles = .ofXLIFF12 }
    file.preservesSpace = file.modules.attributes.space == "preserve"
    file.modules.attributes.space = nil
    if let skeleton = file.skeleton, file.skeletonReference != nil {
      losses.add("checksums of files", skeleton.attributes.count)
      file.skeleton = nil
    } else if let skeleton = file.skeleton {
      losses.add("checksums of files", skeleton.attributes.count)
    }
    countNotes(file.notes, &losses)
  }

  mutating func adapt(_ group: inout XLIFF.Group, _ losses: inout XLIFF.Losses) {
    groupCount += 1
    let id = group.id.isEmpty ? "group-\(groupCount)" : NMTOKEN.encoded(group.id)
    if id != group.id { group.modules.attributes["id"] = group.id }
    group.id = id
    adaptType(&group.modules)
    countNotes(group.notes, &losses)
  }

  mutating func adapt(_ unit: inout XLIFF.Unit, _ losses: inout XLIFF.Losses) {
    let id = NMTOKEN.encoded(unit.id.isEmpty ? "unit" : unit.id)
    if id != unit.id { unit.modules.attributes["id"] = unit.id }
    unit.id = id
    countNotes(unit.notes, &losses)
    if !unit.isPlain {
      var modules = unit.modules
      adaptType(&modules)
      // The states say it.
      if modules.attributes["approved"] == "yes", unit.isFinal { modules.attributes["approved"] = nil }
      unit.modules = modules
    }
    UnitAdaptation.adapt(&unit, &losses)
  }

  /// A `bin-unit` that stands among units can't be written any more once a file has begun.
  func keep(_ unit: XLIFF.MetaGroup, _ losses: inout XLIFF.Losses) { losses.add("bin-units") }

  /// `restype` is the type; where it is a word of 1.2's own, behind our prefix.
  private func adaptType(_ modules: inout XLIFF.Modules) {
    guard modules.type == nil, let type = modules.attributes.take("restype") else { return }
    modules.type = XLIFF.word(of12: type)
  }

  private func countNotes(_ notes: [XLIFF.Note], _ losses: inout XLIFF.Losses) {
    for note in notes where !note.isPlain {
      losses.add("languages of notes", note.attributes.count { !$0.namespace.isEmpty })
    }
  }
}

/// XML 1.0, 2.3: what 2.x has for an id.
enum NMTOKEN {
  /// `text` with what no NMTOKEN may hold written as `_x20_`, so that different texts stay different.
  static func encoded(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isNameCharacter) && !text.contains("_x") { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isNameCharacter(scalar) && scalar != "_" {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
      }
    }
    return result
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }
}
