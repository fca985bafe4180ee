// The types of attribute values of XLIFF 1.2: its lists of values (1.2, 2.5), most of which `x-` extends.

extension Tables {
  private static let datatypes = """
    asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini \
    interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin menufile \
    messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report resources resx rtf \
    sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul
    """

  private static let restypes = """
    auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem checkedlistbox \
    colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor datetimepicker defpushbutton \
    dialog dlginit edit file filechooser fn font footer frame grid groupbox header heading hedit hscrollbar icon iedit \
    keywords label linklabel list listbox listitem ltext menu menubar menuitem menuseparator message monthcalendar \
    numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem rcdata row rtext scrollpane separator \
    shortcut spinner splitter state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree \
    uri userbutton usercontrol var versioninfo vscrollbar window
    """

  private static let states = """
    final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation \
    needs-translation new signed-off translated
    """

  private static let stateQualifiers = """
    exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository \
    leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling tm-suggestion
    """

  private static func some(_ words: String) -> ValueType {
    .words(.init(words: words.split(separator: " ").map { Array($0.utf8) }, otherwise: .extended))
  }

  static let types12 = commonTypes.merging([
    "version": one("1.2 1.1 1.0"),
    "datatype": one(datatypes, or: .extended),
    "restype": one(restypes, or: .extended),
    "state": one(states, or: .extended),
    "stateQualifier": one(stateQualifiers, or: .extended),
    "countType": one(
      "num-usages repetition total \(restypes) \(datatypes) \(states) \(stateQualifiers)", or: .extended),
    "contextType": one(
      "database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile", or: .extended),
    "unit": one(
      "word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable",
      or: .extended),
    "sizeUnit": one("byte char col cm dlgunit em ex glyph in mm percent pixel point row", or: .extended),
    "delimiter": one("bold italic underlined link", or: .extended),
    "placeholder": one("image pb lb", or: .extended),
    "alternative": one("proposal previous-version rejected reference accepted", or: .extended),
    "purpose": some("information location match"),
    "reformat": some(
      "yes no coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style"),
    "priority": .priority,
    "annotates": one("source target general"),
    "association": one("preceding following both"),
    "position": one("open close"),
    "coord": .coordinates,
    "mediaType": .mediaType,
    "markType": one(
      """
      abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation expanded-form \
      formula head-term initialism international-scientific-term internationalism logical-expression \
      materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form seg \
      set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form transliterated-form \
      truncated-term variant
      """, or: .extended),
  ]) { $1 }
}
