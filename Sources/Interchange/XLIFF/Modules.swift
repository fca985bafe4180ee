extension XLIFF {
  /// What modules and extensions say of a file, a group or a unit, and the core's own rarer attributes. Elements of modules
  /// stand in one order when they are written, whatever it was: the standard gives it no meaning.
  package struct Modules: Sendable, Equatable, EmptyInitializable {
    /// Attributes without a member of their own, as written: `type`, `canResegment`, `srcDir`, `trgDir`, those of modules
    /// (`fs:fs`, `slr:…`, `its:…`) and of extensions; in 1.2 `restype`, `datatype`, `coord`, `phase-name` and so on.
    package var attributes: [Attribute] = []
    /// `<mda:metadata>`.
    package var metadata = Metadata()
    /// `<mtc:matches>`; of units only.
    package var matches: [Match] = []
    /// `<gls:glossary>`; of units only.
    package var glossary: [GlossaryEntry] = []
    /// `<val:validation>`, and its own attributes.
    package var validation: [ValidationRule] = []
    package var validationAttributes: [Attribute] = []
    /// Elements of modules and extensions that have no member of their own.
    package var fragments: [Fragment] = []
    /// Attributes of a 1.2 unit's one `<source>`, `<seg-source>` and `<target>`, but for the target's state.
    package var sourceAttributes: [Attribute] = []
    package var segmentedSourceAttributes: [Attribute] = []
    package var targetAttributes: [Attribute] = []
    /// 1.2: whether a unit of one segment has a mark around it.
    package var marksSegment = false

    /// None.
    package init() {}

    /// 2.x `type`, as `prefix:value`.
    package var type: String? {
      get { attributes["type"] }
      set { attributes["type"] = newValue }
    }
    /// Whether segments may be split and joined; nil: as around it.
    package var canResegment: Bool? {
      get { attributes.flag("canResegment") }
      set { attributes.setFlag("canResegment", newValue) }
    }
    /// `ltr`, `rtl` or `auto`; nil: as around it.
    package var sourceDirection: String? {
      get { attributes["srcDir"] }
      set { attributes["srcDir"] = newValue }
    }
    package var targetDirection: String? {
      get { attributes["trgDir"] }
      set { attributes["trgDir"] = newValue }
    }
    package var formatStyle: FormatStyle? {
      get { attributes.formatStyle }
      set { attributes.formatStyle = newValue }
    }
  }
}
