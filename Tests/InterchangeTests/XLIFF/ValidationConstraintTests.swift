import Interchange
import Testing

@Suite struct XLIFFValidationConstraintTests {
  /// The document's rules that are broken, in the order of the messages.
  private func rules(
    _ body: String, version: String = "2.1", root: String = "srcLang=\"en\" trgLang=\"nl\""
  ) throws -> [String] {
    let namespace = version == "2.2" ? "2.2" : "2.0"
    let modules = [
      ("mtc", "matches"), ("gls", "glossary"), ("fs", "fs"), ("mda", "metadata"), ("res", "resourcedata"),
      ("ctr", "changetracking"), ("slr", "sizerestriction"), ("val", "validation"),
    ].map { " xmlns:\($0)=\"urn:oasis:names:tc:xliff:\($1):2.0\"" }.joined()
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:\(namespace)" version="\(version)" \(root)\(modules)
       xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0">
      <file id="f">\(body)</file></xliff>
      """
    return try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t.xlf").map(\.rule)
  }

  @Test(arguments: ["2.0", "2.1", "2.2"])
  func coreConstraints(version: String) throws {
    for (body, expected) in ValidationCases2.core {
      #expect(try rules(body, version: version) == expected, "\(body)")
    }
  }

  @Test(arguments: ["2.1", "2.2"])
  func moduleConstraints(version: String) throws {
    for (body, expected) in ValidationCasesOfModules.cases {
      #expect(try rules(body, version: version) == expected, "\(body)")
    }
  }

  @Test func pluralGenderAndSelect() throws {
    for (variables, values, expected) in ValidationCasesOfModules.switches {
      let body =
        "<unit id=\"u\" pgs:switch=\"\(variables)\"><segment pgs:case=\"\(values)\"><source/></segment></unit>"
      #expect(try rules(body, version: "2.2").first == expected.first, "\(variables) \(values)")
    }
    let alone = "<unit id=\"u\"><segment pgs:case=\"other\"><source/></segment></unit>"
    #expect(try rules(alone, version: "2.2") == ["case.form"])
    #expect(try rules(alone) == ["attribute.misplaced"])
  }

  @Test func languageTags() throws {
    for (tag, isWellFormed) in ValidationCases2.languages {
      let found = try rules(
        ValidationCases2.unit(ValidationCases2.segment("<source/>")), root: "srcLang=\"\(tag)\"")
      #expect(found == (isWellFormed ? [] : ["language.tag"]), "\(tag)")
    }
  }

  /// Ids are told apart by what they are, prefixes by their namespaces, and a version by its number.
  @Test func theDocumentAsAWhole() throws {
    #expect(try rules("<unit id=\"u\"><segment><source/></segment></unit>", version: "2.3") == ["xliff.version"])
    let twoFiles =
      "<unit id=\"u\"><segment><source/></segment></unit></file><file id=\"f\"><unit id=\"u\">"
      + "<segment><source/></segment></unit>"
    #expect(try rules(twoFiles) == ["file.id.unique"])
    // References go forwards and into other files.
    let forwards =
      "<unit id=\"u\"><segment><source><mrk id=\"1\" type=\"a:b\" ref=\"#f=g/u=w/n=n\">x</mrk></source>"
      + "</segment></unit></file><file id=\"g\"><unit id=\"w\"><notes><note id=\"n\"/></notes>"
      + "<segment><source/></segment></unit>"
    #expect(try rules(forwards) == [])
    #expect(try rules(forwards.replacing("/n=n", with: "/n=m")) == ["fragment.unresolved"])
  }

  @Test func atMostAThousandErrorsAreShown() throws {
    let units = String(repeating: "<unit id=\"u\"><segment><source/></segment></unit>\n", count: 2500)
    let text =
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\"><file id=\"f\">\n"
      + units + "</file></xliff>"
    let messages = try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t")
    #expect(messages.count == 1001)
    #expect(messages.last?.rule == "messages.limit")
    #expect(messages.last?.text == "1499 more messages are not shown")
    #expect(messages.map(\.line) == messages.map(\.line).sorted())
  }

  /// Each message names the standard's version and its section.
  @Test func messagesNameTheClause() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en">
      <file id="f"><unit id="u"><segment><source><ph id="1" canReorder="firstNo"/></source></segment></unit></file></xliff>
      """
    let message = try #require(try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t").first)
    #expect(message.clause == "XLIFF 2.2, Editing Hints, Constraints")
  }
}
