extension XLIFF {
  /// How large a text may be, and how large it is: the size and length restriction module (XLIFF 2.1, 5.8), as the
  /// attributes of a file, group, unit or code say it. In 1.2 `minwidth`, `maxwidth` in characters and `minbytes`, `maxbytes`.
  package struct SizeRestriction: Sendable, Equatable {
    /// In units of the general profile: code points, if it is `xliff:codepoints`.
    package var minimum: Int?
    package var maximum: Int?
    /// In bytes of the storage profile.
    package var minimumStorage: Int?
    package var maximumStorage: Int?
    /// What a code takes of the storage (`equivStorage`) and of the size (`sizeInfo`), and the data that say more
    /// (`sizeInfoRef`).
    package var equivalentStorage: String?
    package var sizeInfo: String?
    package var sizeInfoReference: String?

    /// Bounds on a text.
    package init(
      minimum: Int? = nil, maximum: Int? = nil, minimumStorage: Int? = nil, maximumStorage: Int? = nil
    ) {
      self.minimum = minimum
      self.maximum = maximum
      self.minimumStorage = minimumStorage
      self.maximumStorage = maximumStorage
    }

    /// What `attributes` say of it; nil where they say nothing, or what only their profile understands.
    package init?(_ attributes: [Attribute]) {
      let namespace = XLIFFModule.sizeRestriction.description
      let size = attributes["sizeRestriction", namespace]
      let storage = attributes["storageRestriction", namespace]
      equivalentStorage = attributes["equivStorage", namespace]
      sizeInfo = attributes["sizeInfo", namespace]
      sizeInfoReference = attributes["sizeInfoRef", namespace]
      if let size { (minimum, maximum) = Self.bounds(size) }
      if let storage { (minimumStorage, maximumStorage) = Self.bounds(storage) }
      if size == nil, storage == nil, equivalentStorage == nil, sizeInfo == nil, sizeInfoReference == nil { return nil }
    }

    /// The attributes that say it.
    package var attributes: [Attribute] {
      let namespace = XLIFFModule.sizeRestriction.description
      var attributes: [Attribute] = []
      attributes["sizeRestriction", namespace] = Self.text(minimum, maximum)
      attributes["storageRestriction", namespace] = Self.text(minimumStorage, maximumStorage)
      attributes["equivStorage", namespace] = equivalentStorage
      attributes["sizeInfo", namespace] = sizeInfo
      attributes["sizeInfoRef", namespace] = sizeInfoReference
      return attributes
    }

    /// `max` or `min,max`, either of which may be missing beside the comma.
    static func bounds(_ text: String) -> (minimum: Int?, maximum: Int?) {
      let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      let maximum = numbers.last.flatMap { Int($0) }
      return (numbers.count == 2 ? Int(numbers[0]) : nil, maximum)
    }

    /// Whether `text` says no more than two numbers can.
    static func isNumeric(_ text: String) -> Bool {
      let (minimum, maximum) = bounds(text)
      return Self.text(minimum, maximum) == text
    }

    static func text(_ minimum: Int?, _ maximum: Int?) -> String? {
      guard let minimum else { return maximum.map(String.init) }
      return "\(minimum),\(maximum.map(String.init) ?? "")"
    }
  }

  /// What the size restrictions of a file count by: `<slr:profiles>`.
  package struct SizeProfiles: Sendable, Equatable {
    package var general: String?
    package var storage: String?
    /// `none`, `nfc` or `nfd`, where an `<slr:normalization>` says so.
    package var normalization: [Attribute]?
    package var fragments: [Fragment] = []

    /// Profiles by name.
    package init(general: String? = nil, storage: String? = nil) {
      self.general = general
      self.storage = storage
    }

    /// Lengths in code points, as `Unit.maximumLength` counts them.
    package static let codePoints = SizeProfiles(general: "xliff:codepoints")
    /// What 1.2 counts by: characters, and bytes.
    static let ofXLIFF12 = SizeProfiles(general: "xliff:codepoints", storage: "xliff:utf8")
  }
}
