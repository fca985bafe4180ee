internal import XMLStream

/// Changes a document on its way from one 2.x version to another, or not at all: its version, its namespace, and what an
/// older version has no words for (2.2's notes and metadata of the whole document, `note/@ref`, notes of resource items).
struct VersionCopy {
  private let version: XLIFF.Version
  private let isSame: Bool
  private let isOlder: Bool
  private let namespaces: (from: String, to: String)
  private var depth = 0
  /// How deep the resource item stands that is open; 0 where none is.
  private var resourceDepth = 0
  private(set) var losses = XLIFF.Losses()

  /// A copy that changes what has to be.
  init(from: XLIFF.Version, to: XLIFF.Version) {
    version = to
    isSame = from == to
    isOlder = from == .v2_2 && to != .v2_2
    namespaces = (from.namespace.description, to.namespace.description)
  }

  /// What becomes of an event.
  mutating func edit(_ event: XMLReader.Markup, _ reader: XMLReader) -> XMLCopier.Action {
    if isSame { return .copy }
    switch event {
    case .endElement:
      if depth == resourceDepth { resourceDepth = 0 }
      depth -= 1
    case .startElement: return editStart(reader)
    default: break
    }
    return .copy
  }

  private mutating func editStart(_ reader: XMLReader) -> XMLCopier.Action {
    let isCore = reader.name.namespace == namespaces.from
    if isOlder, let kind = onlyIn22(reader, isCore: isCore) {
      losses.add(kind)
      return .drop
    }
    depth += 1
    if isOlder, reader.name.localName == "resourceItem", reader.name.namespace == XLIFFModule.resourceData.description {
      resourceDepth = depth
    }
    var tag: XMLStartTag?
    if depth == 1 {
      tag = reader.startTag
      tag?["version"] = version.rawValue
    }
    if isOlder, isCore, reader.name.localName == "note", reader.attribute("ref") != nil {
      tag = tag ?? reader.startTag
      tag?["ref"] = nil
      losses.add("references of notes")
    }
    if namespaces.from != namespaces.to {
      for position in 0..<reader.declarationCount where reader.declaration(position).namespace == namespaces.from {
        tag = tag ?? reader.startTag
        tag?.declarations[position].namespace = namespaces.to
      }
      if depth == 1, let attributes = tag?.attributes {
        // Where a tool is to find schemas.
        for index in attributes.indices where attributes[index].name.hasSuffix(":schemaLocation") {
          tag?.attributes[index].value = attributes[index].value.replacing(namespaces.from, with: namespaces.to)
        }
      }
    }
    return tag.map { .replace($0) } ?? .copy
  }

  /// What the current element is, where only 2.2 lets it stand here.
  private func onlyIn22(_ reader: XMLReader, isCore: Bool) -> String? {
    let name = reader.name
    if depth == 1, isCore, name.localName == "notes" { return "notes of the document" }
    if depth == 1, name.localName == "metadata", name.namespace == XLIFFModule.metadata.description {
      return "metadata of the document"
    }
    return isCore && name.localName == "notes" && resourceDepth == depth ? "notes of resources" : nil
  }
}
