// The constraints of the modules that hang attributes on the core's elements: Format Style, Size and Length Restriction,
// and Plural, Gender, and Select (XLIFF 2.1, 5.3, 5.7; XLIFF 2.2 Part 2).
internal import XMLStream

extension Constraints2 {
  // MARK: Format Style

  func checkFormatStyle(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    guard check.has(.`fs:fs`) || check.has(.`fs:subFs`) else { return }
    if !check.has(.`fs:fs`) {
      log.add(.subFsFs, "<\(word.name)> has fs:subFs without fs:fs", line: xml.line)
    }
    if word == .ec, check.number(of: .isolated) != 0 {
      log.add(.fsEc, "only an isolated <ec> may have attributes of Format Style", line: xml.line)
    }
  }

  // MARK: Size and Length Restriction

  /// The standard profiles, which say what the module's values look like. A file that names none is taken to mean them.
  mutating func startProfiles(_ check: StructureCheck, _ xml: XMLReader) {
    if let profile = check.string(.generalProfile, xml), !profile.isEmpty {
      hasGeneralProfile = profile == "xliff:codepoints"
    }
    if let profile = check.string(.storageProfile, xml), !profile.isEmpty {
      hasStorageProfile = ["xliff:utf8", "xliff:utf16", "xliff:utf32"].contains(profile)
    }
  }

  func checkSizes(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    let sizes: [AttributeWord] = [
      .`slr:sizeRestriction`, .`slr:storageRestriction`, .`slr:sizeInfo`, .`slr:equivStorage`, .`slr:sizeInfoRef`,
    ]
    guard sizes.contains(where: { check.has($0) }) else { return }
    let line = xml.line
    if word == .ec, check.number(of: .isolated) != 0 {
      log.add(.sizeEc, "only an isolated <ec> may have equivStorage, sizeInfo or sizeInfoRef", line: line)
    }
    if check.has(.`slr:sizeInfo`), check.has(.`slr:sizeInfoRef`) {
      log.add(.sizeInfo, "<\(word.name)> has both sizeInfo and sizeInfoRef", line: line)
    }
    if hasGeneralProfile {
      checkSize(.`slr:sizeRestriction`, check, xml, Self.isRange, "“*”, a number, or both with a comma between")
      checkSize(.`slr:sizeInfo`, check, xml, { Lexical.integer($0) != nil || $0.isEmpty }, "an integer")
    }
    if hasStorageProfile {
      checkSize(.`slr:storageRestriction`, check, xml, Self.isRange, "“*”, a number, or both with a comma between")
      checkSize(.`slr:equivStorage`, check, xml, { Lexical.integer($0) != nil || $0.isEmpty }, "an integer")
    }
    if let id = check.hash(.`slr:sizeInfoRef`, xml), word != .file { checkSizeReference(id, word, check, xml) }
  }

  /// It must be in an `slr:data` beside the element or beside one that it is in: in one of the containers around it.
  private func checkSizeReference(_ id: UInt64, _ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    // A group or unit is a container itself; its own data is in it, and not beside it.
    let isContainer = word == .group || word == .unit
    let around = containers[..<(isContainer ? depth - 1 : depth)]
    if !around.contains(where: { $0.sizeData.contains(id) }) {
      log.add(
        .sizeInfoRef,
        "sizeInfoRef=\(Quoted.text(check.string(.`slr:sizeInfoRef`, xml) ?? "")) names nothing in an <slr:data> beside or above",
        line: xml.line)
    }
  }

  private func checkSize(
    _ attribute: AttributeWord, _ check: StructureCheck, _ xml: XMLReader,
    _ test: (UnsafeBufferPointer<UInt8>) -> Bool, _ wanted: String
  ) {
    guard check.withBytes(attribute, xml, test) == false else { return }
    log.add(
      .sizeValue, "\(attribute.name)=\(Quoted.text(check.string(attribute, xml) ?? "")) is not \(wanted)",
      line: xml.line)
  }

  /// `[min,]max`, the maximum perhaps `*`.
  private static func isRange(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = bytes.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last else { return false }
    let isNumber = { (part: Slice<UnsafeBufferPointer<UInt8>>) in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    return (isNumber(last) || Array(last) == [0x2A]) && parts.dropLast().allSatisfy(isNumber)
  }

  // MARK: Plural, Gender, and Select

  mutating func startSwitch(_ check: StructureCheck, _ xml: XMLReader) {
    let value = check.string(.`pgs:switch`, xml) ?? ""
    var kinds: [Substring] = []
    for item in value.split(separator: " ") {
      let parts = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty, ["plural", "ordinal", "gender", "select"].contains(parts[0]) else {
        log.add(
          .switchForm,
          "\(Quoted.text(String(item))) in pgs:switch is not plural, ordinal, gender or select with a variable",
          line: xml.line)
        return
      }
      kinds.append(parts[0])
    }
    if kinds.isEmpty { log.add(.switchForm, "pgs:switch is empty", line: xml.line) }
    switches = kinds
  }

  func checkCase(_ check: StructureCheck, _ xml: XMLReader) {
    guard let value = check.string(.`pgs:case`, xml) else { return }
    guard let switches else {
      log.add(.caseForm, "<segment> has a pgs:case in a unit without a pgs:switch", line: xml.line)
      return
    }
    let values = value.split(separator: " ")
    guard values.count == switches.count else {
      log.add(
        .caseForm, "pgs:case=\(Quoted.text(value)) has \(values.count) values for \(switches.count) variables",
        line: xml.line)
      return
    }
    for (kind, value) in zip(switches, values) where kind == "plural" || kind == "ordinal" {
      let isKeyword = ["zero", "one", "two", "few", "many", "other"].contains(value)
      let isNumber = Array(value.utf8).withUnsafeBufferPointer { Lexical.decimal($0) } != nil
      if !isKeyword && !isNumber {
        log.add(
          .caseForm, "\(Quoted.text(String(value))) in pgs:case is no number and no plural's name", line: xml.line)
      }
    }
  }
}
