/// Documents of 2.x, each with the rules that it breaks: one case and one counter-case for each constraint.
enum ValidationCases2 {
  /// What stands in `<file id="f">`, and the rules in the order of their lines.
  static let core: [(String, [String])] = [
    (unit(""), ["element.missing"]),
    (unit(segment("<source/>")), []),
    // Ids.
    (group("g", unit(segment("<source/>"))) + group("g", ""), ["group.id.unique"]),
    (notes("<note id=\"n\"/><note id=\"n\"/>") + unit(segment("<source/>")), ["note.id.unique"]),
    (
      unit("<originalData><data id=\"d\"/><data id=\"d\"/></originalData>" + segment("<source/>")),
      ["data.id.unique"]
    ),
    (unit(segment("<source><ph id=\"1\"/><mrk id=\"1\" type=\"term\"/></source>")), ["inline.id.unique"]),
    (
      unit(segment("<source><ph id=\"1\"/></source><target><ph id=\"1\"/><ph id=\"1\"/></target>")),
      ["inline.id.unique"]
    ),
    (
      unit(segment("<source><ph id=\"1\"/></source><target><mrk id=\"1\" type=\"term\"/></target>")),
      ["target.id", "target.code.missing"]
    ),
    (unit("<segment id=\"a\"><source><ph id=\"a\"/></source></segment>"), ["inline.id.unique"]),
    (
      "<x:a xmlns:x=\"urn:x\" id=\"1\"/><x:a xmlns:x=\"urn:x\" xml:id=\"1\"/>" + unit(segment("<source/>")),
      ["extension.id.unique"]
    ),
    (
      "<x:a xmlns:x=\"urn:x\" id=\"1\"/><x:a xmlns:x=\"urn:y\" id=\"1\"/>" + unit(segment("<source/>")),
      []
    ),
    // States and order.
    (unit("<segment state=\"final\"><source/></segment>"), ["segment.state"]),
    (unit("<segment subState=\"a:b\"><source/></segment>"), ["subState.state"]),
    (unit("<segment state=\"initial\" subState=\"xlf:b\"><source/></segment>"), ["prefix.reserved"]),
    (unit(segment("<source/><target order=\"2\"/>")), ["target.order"]),
    (
      unit(segment("<source/><target order=\"2\"/>") + segment("<source/><target order=\"1\"/>")), []
    ),
    (unit(segment("<source/><target order=\"0\"/>")), ["attribute.value", "target.order"]),
    // Code points.
    (unit(segment("<source><cp hex=\"0041\"/></source>")), ["cp.hex"]),
    (unit(segment("<source><cp hex=\"0001\"/><cp hex=\"FFFF\"/></source>")), []),
    (unit(segment("<source><cp hex=\"001\"/></source>")), ["cp.hex"]),
    // Skeleton.
    ("<skeleton/>" + unit(segment("<source/>")), ["skeleton.href"]),
    ("<skeleton href=\"a\">b</skeleton>" + unit(segment("<source/>")), ["skeleton.href"]),
    // Codes.
    (unit(segment("<source><ph id=\"1\" type=\"ui\" subType=\"xlf:b\"/></source>")), ["subType.value"]),
    (unit(segment("<source><ph id=\"1\" type=\"fmt\" subType=\"xlf:q\"/></source>")), ["subType.value"]),
    (unit(segment("<source><ph id=\"1\" copyOf=\"2\"/></source>")), ["copyOf.unresolved"]),
    (
      unit(segment("<source><ph id=\"1\" canCopy=\"no\"/><ph id=\"2\" copyOf=\"1\"/></source>")),
      ["copyOf.canCopy"]
    ),
    (
      unit(segment("<source><ec id=\"1\" isolated=\"yes\"/><ec startRef=\"9\" dir=\"ltr\"/></source>")),
      [
        "ec.dir", "ec.pair",
      ]
    ),
    (unit(segment("<source><ec startRef=\"1\"/><sc id=\"1\"/></source>")), ["ec.pair"]),
    (unit(segment("<source><sc id=\"1\"/></source>") + segment("<source><ec startRef=\"1\"/></source>")), []),
    (unit(segment("<source><em startRef=\"1\"/><sm id=\"1\" type=\"term\"/></source>")), ["em.pair"]),
    (unit(segment("<source><sc id=\"1\"/><ec startRef=\"1\" canOverlap=\"no\"/></source>")), ["ec.hints"]),
    (
      unit(segment("<source><pc id=\"1\" dataRefStart=\"d\">a</pc></source>"), data: "<data id=\"d\"/>"),
      ["dataRef.pair"]
    ),
    (
      unit(segment("<source><pc id=\"1\" subFlowsStart=\"u\" subFlowsEnd=\"v\">a</pc></source>"))
        + "<unit id=\"v\">\(segment("<source/>"))</unit>",
      []
    ),
    // Sequences.
    (
      unit(
        segment("<source>\(ph(1, "firstNo"))\(ph(2, "no"))</source><target>\(ph(2, "no"))\(ph(1, "firstNo"))</target>")),
      [
        "canReorder.sequence", "target.reordered",
      ]
    ),
    (
      unit(
        segment("<source>\(ph(1, "firstNo"))\(ph(2, "no"))</source><target>\(ph(1, "firstNo"))x\(ph(2, "no"))</target>")
      ), []
    ),
    (
      unit(
        segment("<source>\(ph(1, "firstNo"))\(ph(2, "no"))</source><target><ph id=\"2\"/><ph id=\"1\"/></target>")),
      ["target.reordered"]
    ),
    (
      unit(
        segment("<source>\(ph(1, "firstNo"))</source><target>\(ph(1, "firstNo"))\(ph(2, "no"))</target>")),
      ["target.reordered"]
    ),
    // Annotations.
    (unit(segment("<source><mrk id=\"1\">a</mrk></source>")), ["translate.annotation"]),
    (
      unit(segment("<source><mrk id=\"1\" type=\"comment\" value=\"a\" ref=\"#n=1\">a</mrk></source>")),
      [
        "comment.annotation"
      ]
    ),
    (unit(segment("<source><mrk id=\"1\" type=\"mtc:match\" ref=\"#1\">a</mrk></source>")), ["match.annotation"]),
    // Fragment identifiers.
    (reference("#u=u/1"), []),
    (reference("#/f=f/u=u/1"), []),
    (reference("#1"), []),
    (reference("#f=f"), []),
    (reference("#u=w"), []),
    (reference("#f=f/u=w/2"), []),
    (reference("other.xlf#whatever"), []),
    (reference("http://example.com/"), []),
    (reference("#u=w/9"), ["fragment.unresolved"]),
    (reference("#g=none"), ["fragment.unresolved"]),
    (reference("#9"), ["fragment.unresolved"]),
    (reference("#u=u/f=f/1"), ["fragment.order"]),
    (reference("#f=f/f=f"), ["fragment.order"]),
    (reference("#n=1/u=u"), ["fragment.order"]),
    (reference("#n=1/1"), ["fragment.order"]),
    (reference("#"), ["fragment.form"]),
    (reference("#u=u//1"), ["fragment.form"]),
    (reference("#x=1"), ["fragment.prefix"]),
    (reference("#zz=1"), ["fragment.prefix"]),
  ]

  static let languages: [(String, Bool)] = [
    ("en", true), ("en-GB", true), ("nl-BE", true), ("zh-Hant-TW", true), ("sl-rozaj-biske", true), ("de-1996", true),
    ("zh-cmn-Hans-CN", true), ("x-private", true), ("en-x-a-b", true), ("i-klingon", true), ("en-GB-oed", true),
    ("de-CH-x-phonebk", true), ("en-a-bbb-x-a", true), ("es-419", true), ("art-lojban", true),
    ("qaa-Qaaa-QM-x-s", true),
    ("e", false), ("en_GB", false), ("f r", false), ("en-", false), ("-en", false), ("x", false), ("abcdefghi", false),
    ("en-a", false), ("de-1996-1996", false), ("en-a-bb-a-cc", false), ("en--GB", false), ("a-DE", false),
    ("ar-a-aaa-b-bbb-a-ccc", false), ("de-419-DE", false),
  ]

  // MARK: Pieces

  static func unit(_ content: String, data: String = "") -> String {
    "<unit id=\"u\">\(data.isEmpty ? "" : "<originalData>\(data)</originalData>")\(content)</unit>"
  }

  static func segment(_ content: String) -> String { "<segment>\(content)</segment>" }

  private static func group(_ id: String, _ content: String) -> String { "<group id=\"\(id)\">\(content)</group>" }

  private static func notes(_ content: String) -> String { "<notes>\(content)</notes>" }

  private static func ph(_ id: Int, _ canReorder: String) -> String {
    "<ph id=\"\(id)\" canReorder=\"\(canReorder)\" canCopy=\"no\" canDelete=\"no\"/>"
  }

  /// A document with an annotation that refers.
  private static func reference(_ reference: String) -> String {
    unit(segment("<source><mrk id=\"1\" type=\"my:x\" ref=\"\(reference)\">a</mrk></source>"))
      + "<unit id=\"w\">\(segment("<source><ph id=\"2\"/></source>"))</unit>"
  }
}
