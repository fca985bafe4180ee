// Several translations of one unit: what came later is laid over what was there, segment by segment.
internal import Interchange

/// A translation laid over an earlier one of the same unit.
struct LaidTranslation {
  /// What both come to.
  var translation: UnitTranslation
  /// Whether anything of the earlier one is still in it, and of the later one.
  var keepsEarlier: Bool
  var takesLater: Bool
  /// Why segments of the later one are not taken; nil where all are.
  var reason: String?
}

extension UnitTranslation {
  /// This translation laid over `earlier`: each segment that is translated here takes the place of the earlier one, unless
  /// that is `final` and this one is not. A segment that is not translated here takes nothing away.
  ///
  /// Where a tool has split, joined or moved segments, the units can only be taken as wholes.
  func over(_ earlier: UnitTranslation) -> LaidTranslation {
    guard let own = alignment, let theirs = earlier.alignment else { return asWhole(over: earlier) }
    var combined = source
    var (fromEarlier, fromLater, held) = (0, 0, [String]())
    var segment = 0
    for index in source.parts.indices where source.parts[index].kind == .segment {
      defer { segment += 1 }
      let new = Self.translated(own[segment], of: returned)
      let old = Self.translated(theirs[segment], of: earlier.returned)
      guard let taken = new ?? old else { continue }
      if let new, let old, Self.isFinal(old), !Self.isFinal(new) {
        // The same words in a lower state are no news.
        if let oldTarget = old.target, let newTarget = new.target, !newTarget.isSame(as: oldTarget) {
          held.append(source.parts[index].id)
        }
        combined.parts[index].take(old)
        fromEarlier += 1
      } else {
        combined.parts[index].take(taken)
        if new == nil { fromEarlier += 1 } else { fromLater += 1 }
      }
    }
    let reason = held.isEmpty ? nil : Self.reason(held)
    if fromEarlier == 0 { return LaidTranslation(translation: self, keepsEarlier: false, takesLater: true) }
    if fromLater == 0 {
      return LaidTranslation(translation: earlier, keepsEarlier: true, takesLater: false, reason: reason)
    }
    let both = UnitTranslation(source: source, returned: combined)
    // A code that moved from one segment to another may be torn where half of the sentences are another's.
    guard both.outcome.kind == .applied else { return asWhole(over: earlier) }
    return LaidTranslation(translation: both, keepsEarlier: true, takesLater: true, reason: reason)
  }

  private func asWhole(over earlier: UnitTranslation) -> LaidTranslation {
    let isHeld =
      earlier.returned.parts.contains { $0.isTranslated && Self.isFinal($0) }
      && returned.parts.contains { $0.isTranslated && !Self.isFinal($0) }
    guard isHeld else { return LaidTranslation(translation: self, keepsEarlier: false, takesLater: true) }
    return LaidTranslation(
      translation: earlier, keepsEarlier: true, takesLater: false,
      reason: wholeTarget == earlier.wholeTarget ? nil : Self.reason([]))
  }

  /// The part at `index`, where it has a translation.
  private static func translated(_ index: Int?, of unit: XLIFF.Unit) -> XLIFF.Part? {
    guard let index, unit.parts[index].isTranslated else { return nil }
    return unit.parts[index]
  }

  private static func isFinal(_ part: XLIFF.Part) -> Bool { part.state == .final }

  private static func reason(_ segments: [String]) -> String {
    let place = segments.isEmpty || segments == [""] ? "its translation" : "segment \(segments.joined(separator: ", "))"
    return "\(place) is final already, and this one is not: the final one stays"
  }
}

extension XLIFF.Part {
  /// Takes the translation of another part of the same source.
  fileprivate mutating func take(_ other: XLIFF.Part) {
    (target, state, subState) = (other.target, other.state, other.subState)
  }
}
