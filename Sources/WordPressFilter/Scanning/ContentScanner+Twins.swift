// Blocks whose attributes hold text that their HTML repeats: one unit feeds both.
internal import HTMLTokens
internal import Interchange
internal import JSONTokens
internal import UnicodeText

/// A unit of a block's attribute, kept until the HTML has shown whether it repeats it.
struct CollectedUnit {
  var draft: UnitDraft
  var label: String
  var encoding: TextEncoding
  /// What it stands in; set once that has been scanned.
  var host: Host?
  /// Whether only a tag's attribute can repeat it, where the encoding doesn't say that.
  var repeatsTag: Bool?
  /// The tag's attribute that holds it, where one does.
  var attribute: ReadableAttribute?
  /// Where the block's attributes hold the same text once more.
  var copies: [TextCopy] = []
  /// Whether the block's HTML shows it, by its rule.
  var isRepeatedInHTML = false
  /// What a translator is told that it is, by its rule.
  var ruleLabel: String?
  /// Where it stands, as people call it.
  var place = ""
  /// Begins the unit's id, where that is not what the field or an attribute's name says.
  var prefix: String?

  /// Whether only a tag's attribute can repeat it.
  var isInTag: Bool { repeatsTag ?? encoding.isAttribute }
}

/// A string or an array that holds the text of a unit once more.
struct TextCopy {
  /// The text as it stands there.
  var draft: UnitDraft
  var host: Host
  var encoding: TextEncoding
}

/// An open block with text in its attributes.
struct TwinFrame {
  /// `blockDepth` inside the block.
  var depth: Int
  /// Whether there is HTML in it that can repeat them.
  var hasHTML: Bool
  /// The block's name, with its namespace.
  var block: [UInt8]
  /// Units of the attributes, and which of them a unit of the HTML has been found to repeat.
  var units: TwinIndex
}

/// An open block whose own text a rule takes out.
struct ExcludedBlock {
  /// `blockDepth` inside the block.
  var depth: Int
  var name: String
}

extension ContentScanner {
  /// Collects the units in the attributes of a block that begins.
  mutating func openTwin(_ block: BlockComment, in bytes: Span<UInt8>) throws(ICUError) {
    guard collected == nil else { return }
    let rule = options.rules.block(bytes, block.name)
    if let rule, block.kind == .opening {
      if !rule.isTranslated {
        excluded.append(ExcludedBlock(depth: blockDepth, name: Self.name(of: block, in: bytes)))
      }
      if !rule.attributes.isEmpty { ruledAttributes.find(from: block, options.rules, in: bytes) }
    }
    if let rule, !rule.isTranslated { remark(onAttributesOf: block, rule, in: bytes) }
    guard !block.attributes.isEmpty, rule?.isTranslated ?? true,
      rule?.mayFindText(in: bytes, block.attributes) == true
        || options.remarks != nil && Self.mayHoldProse(bytes, block.attributes)
    else { return }
    let units = try unitsOfAttributes(block.attributes, rule, Self.name(of: block, in: bytes), in: bytes)
    guard !units.isEmpty else { return }
    twins.append(
      TwinFrame(
        depth: blockDepth, hasHTML: block.kind == .opening, block: openBlocks.innermost, units: TwinIndex(units)))
  }

  private static func name(of block: BlockComment, in bytes: Span<UInt8>) -> String {
    "wp:" + String(decoding: bytes.array(block.name), as: UTF8.self)
  }

  /// Says which attributes of a block that a rule takes out look like prose.
  private func remark(onAttributesOf block: BlockComment, _ rule: BlockRule, in bytes: Span<UInt8>) {
    guard let remarks = options.remarks, Self.mayHoldProse(bytes, block.attributes),
      let source = JSONSource(bytes.array(block.attributes))
    else { return }
    let name = Self.name(of: block, in: bytes)
    for text in JSONTexts.all(in: source, rules: rule.keys, onlyProse: true) where !text.isArray {
      remarks.addExcluded("\(name) attribute \"\(text.path)\"", text.text)
    }
  }

  /// Whether a string in the JSON of `range` may be prose: it has a space in it, or begins with a capital, or a character
  /// beyond ASCII. Most blocks have neither, and then their JSON need not be read.
  private static func mayHoldProse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var before: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      if byte <= 0x20 { return true }
      if before == 0x22, byte &- 0x41 < 26 || byte >= 0x80 || byte == 0x5C { return true }
      before = byte
    }
    return false
  }

  /// Whether a rule takes out the text that has just been found; says so, if somebody asks.
  func isExcluded(_ draft: borrowing UnitDraft) -> Bool {
    guard let block = excluded.last, block.depth == blockDepth, collected == nil else { return false }
    options.remarks?.addExcluded(block.name, draft.text)
    return true
  }

  /// Makes units of their own of all attributes of blocks at `depth` or deeper that no HTML has repeated.
  mutating func closeTwins(downTo depth: Int, in bytes: Span<UInt8>) throws(ICUError) {
    while let last = excluded.last, last.depth >= depth { excluded.removeLast() }
    while let frame = twins.last, frame.depth >= depth {
      twins.removeLast()
      for unit in frame.units.rest {
        guard let host = unit.host else { continue }
        let attribute = host.bytes
        let places = places(of: unit, host, unit.draft.pieces, like: unit.draft, in: attribute.span)
        var notes = place((unit.ruleLabel ?? unit.label) + " in a block's attributes", block: frame.block)
        if unit.isRepeatedInHTML, frame.hasHTML {
          options.remarks?.addCopiesDiffer(unit.place, unit.draft.text)
          notes.append(
            XLIFF.Note(
              category: "blocks.copies-differ", "\(unit.place) is not what the block shows: each keeps its own"))
        }
        try assembler.add(
          unit.draft, in: attribute.span,
          UnitContext(prefix: "\(fieldName).attribute", notes: notes, maximumLength: nil), places: places)
      }
    }
  }

  /// The places in a block's attributes that the text of `draft` repeats, which are then spoken for. A tag's attribute
  /// repeats only a tag's attribute.
  mutating func takeTwin(of draft: UnitDraft, in bytes: Span<UInt8>, _ encoding: TextEncoding) -> [UnitLocation] {
    guard let frame = twins.indices.last,
      let (index, pieces) = twins[frame].units.take(draft, isInTag: encoding.isAttribute, in: bytes)
    else { return [] }
    let unit = twins[frame].units.all[index]
    guard let host = unit.host else { return [] }
    return places(of: unit, host, pieces, like: draft, in: bytes)
  }

  /// The places of a unit of an attribute.
  /// - Parameters:
  ///   - other: what the unit is made of, which numbers its codes.
  ///   - bytes: the host of that.
  private func places(
    of unit: CollectedUnit, _ host: Host, _ pieces: [Piece], like other: UnitDraft, in bytes: Span<UInt8>
  ) -> [UnitLocation] {
    var places = [UnitLocation(field: fieldIndex, host: host, pieces: pieces, encoding: unit.encoding)]
    for copy in unit.copies {
      let own = copy.host.bytes
      guard
        let pieces = copy.draft.pieces(repeating: other, isUnwrapped: false, own.span, bytes)
          ?? copy.draft.pieces(repeating: other, isUnwrapped: true, own.span, bytes)
      else {
        options.remarks?.addUnmatchedArray(unit.place + "'s copy")
        continue
      }
      places.append(UnitLocation(field: fieldIndex, host: copy.host, pieces: pieces, encoding: copy.encoding))
    }
    return places
  }
}
