// The clinic of Examples/, and articles small enough to stand in a test.
import Foundation
import TestSupport
import Testing

/// The example project's files.
enum Examples {
  static let articles = TestFiles.repository.appendingPathComponent("Examples/clinic/articles").path
  static let returned = TestFiles.repository.appendingPathComponent("Examples/clinic/returned").path
  static let glossary = TestFiles.repository.appendingPathComponent("glossary/medical.tbx").path

  /// A small export of the same clinic, as WordPress writes them.
  static let export = TestFiles.repository.appendingPathComponent("Examples/clinic/export.xml").path

  static let boxcarScars = articles + "/boxcar-scars.json"
  static let openingHours = articles + "/opening-hours.json"
  static let sunProtection = articles + "/sun-protection.json"
  static let returnedBoxcarScars = returned + "/1201-boxcar-scars.nl.xlf"

  /// The real article that lies outside the repository, where it is there.
  static let realArticle = TestFiles.shared("seed/post-24931.json")

  /// A glossary of three concepts, in place of the large one where a test is not about its terms: it is read in no time.
  static let smallGlossary: String = {
    func term(_ text: String, _ status: String) -> String {
      "<termSec><term>\(text)</term><termNote type=\"partOfSpeech\">noun</termNote>"
        + "<termNote type=\"administrativeStatus\">\(status)Term-admn-sts</termNote></termSec>"
    }
    let concepts = [
      ("c-chemical-peel", "chemical peel", "chemische peeling", ""), ("c-scar", "scar", "litteken", ""),
      ("c-sunscreen", "sunscreen", "zonnebrandcrème", term("sunscreen", "deprecated")),
    ]
    let entries = concepts.map { id, english, dutch, deprecated in
      "<conceptEntry id=\"\(id)\"><langSec xml:lang=\"en\">\(term(english, "preferred"))</langSec>"
        + "<langSec xml:lang=\"nl\">\(term(dutch, "preferred"))\(deprecated)</langSec></conceptEntry>"
    }
    return """
      <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc>
      <p>Terms for tests.</p></sourceDesc></fileDesc></tbxHeader><text><body>
      \(entries.joined(separator: "\n"))
      </body></text></tbx>
      """
  }()

  /// A post with one paragraph, as the REST API answers it with `context=edit`.
  static func post(_ id: String = "7", content: String = "<p>Hello there.</p>", members: String = "") -> String {
    let encoded = String(decoding: (try? JSONEncoder().encode(content)) ?? Data(), as: UTF8.self)
    return "{\"id\": \(id), \"content\": {\"raw\": \(encoded)}\(members)}"
  }

  /// An XLIFF 2.1 file of segments, from English to Dutch, a unit each.
  static func xliff(_ segments: [(source: String, target: String?)], doctype: String = "") -> String {
    let units = segments.enumerated().map { index, segment in
      let target = segment.target.map { "<target>\($0)</target>" } ?? ""
      let state = segment.target == nil ? "" : " state=\"translated\""
      return "<unit id=\"u\(index + 1)\"><segment\(state)><source>\(segment.source)</source>\(target)</segment></unit>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(doctype)
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="nl"><file id="post-7">
      \(units.joined(separator: "\n"))
      </file></xliff>
      """
  }
}

/// A member of a JSON object, by the keys on the way to it.
func member(_ object: [String: Any], _ keys: String...) -> Any? {
  var value: Any? = object
  for key in keys { value = (value as? [String: Any])?[key] }
  return value
}

/// The JSON object in the file at `path`.
func jsonObject(at path: String) throws -> [String: Any] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
}
