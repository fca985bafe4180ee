// The names that the reader knows, of all versions together. Each name of a document is looked up here once; from then
// on the reader compares numbers.
internal import XMLStream

/// An element's or an attribute's local name.
enum XLIFFWord: String {
  // Structure: 2.x and 1.2 share some.
  case xliff, file, skeleton, notes, note, group, unit, segment, ignorable, source, target, originalData, data
  case header, skl, body
  case externalFile = "external-file"
  case internalFile = "internal-file"
  case transUnit = "trans-unit"
  case binUnit = "bin-unit"
  case segSource = "seg-source"
  case altTrans = "alt-trans"
  // Inline.
  case cp, ph, pc, sc, ec, mrk, sm, em
  case g, x, bx, ex, bpt, ept, it, sub
  // Modules.
  case metadata = "mda:metadata"
  case metaGroup = "mda:metaGroup"
  case meta = "mda:meta"
  case matches = "mtc:matches"
  case match = "mtc:match"
  case glossary = "gls:glossary"
  case glossEntry = "gls:glossEntry"
  case glossTerm = "gls:term"
  case glossTranslation = "gls:translation"
  case glossDefinition = "gls:definition"
  case validation = "val:validation"
  case rule = "val:rule"
  case sizeProfiles = "slr:profiles"
  case sizeNormalization = "slr:normalization"
  // Attributes.
  case version, srcLang, trgLang, id, name, original, translate, href, category, type, subType, state, subState, order
  case hex, canCopy, canDelete, canReorder, copyOf, isolated, startRef, value, ref
  case disp, dispStart, dispEnd, equiv, equivStart, equivEnd
  case dataRef, dataRefStart, dataRefEnd, subFlows, subFlowsStart, subFlowsEnd
  case sizeRestriction, lang, space, annotates, canOverlap, dir, canResegment, srcDir, trgDir, priority, appliesTo
  case from, ctype, rid, pos, mid, mtype, comment, clone, xid, resname, maxwidth, approved, datatype
  case sourceLanguage = "source-language"
  case targetLanguage = "target-language"
  case sizeUnit = "size-unit"
  case equivText = "equiv-text"
  /// Anything else.
  case other = ""
}

extension XLIFFWord {
  /// Of a code's attributes those that merging asks for: which code it is, and what a message calls it. What it stands for
  /// and may do is known from the article.
  var tellsCodesApart: Bool {
    switch self {
    case .id, .startRef, .copyOf, .isolated, .disp, .dispStart, .dispEnd, .type: true
    default: false
    }
  }
}

/// Maps the numbers that `XMLReader` gives to names onto `XLIFFWord`s.
struct XLIFFWordTable {
  /// The namespace of the core elements of the document at hand.
  var core = ""
  private var elements: [XLIFFWord] = []
  private var attributes: [XLIFFWord] = []

  /// The element word of name `index` of the names of `xml`; `other` where it is neither the core's nor a
  /// module's.
  mutating func element(_ index: Int, _ xml: XMLReader) -> XLIFFWord {
    if index >= elements.count { extend(xml.names) }
    return elements[index]
  }

  /// The attribute word of name `index` of the names of `xml`; `other` where it is in a namespace that the reader has no
  /// use for.
  mutating func attribute(_ index: Int, _ xml: XMLReader) -> XLIFFWord {
    if index >= attributes.count { extend(xml.names) }
    return attributes[index]
  }

  private mutating func extend(_ names: [XMLName]) {
    for name in names[elements.count...] {
      let word = XLIFFWord(rawValue: name.localName) ?? .other
      if name.namespace == core {
        elements.append(word)
      } else {
        let prefix = XLIFFModule.prefix(of: name.namespace)
        elements.append(prefix.flatMap { XLIFFWord(rawValue: "\($0):\(name.localName)") } ?? .other)
      }
      switch name.namespace {
      case "": attributes.append(word == .sizeRestriction ? .other : word)
      case XMLName.xmlNamespace: attributes.append(word == .lang || word == .space ? word : .other)
      case XLIFFModule.sizeRestriction.description: attributes.append(word == .sizeRestriction ? word : .other)
      default: attributes.append(.other)
      }
    }
  }
}
