import Foundation
import Interchange
import TestSupport
import Testing

@testable import Checks

/// The medical glossary of this repository against texts as people write them.
@Suite struct RealTextsTests {
  /// Correct Dutch, with all that may lead a check astray: inflection, compounds, parted verbs, other word order.
  @Test(arguments: [
    (
      "Ice pick scars are narrow, V-shaped depressions that extend deep into the dermis.",
      "Icepicklittekens zijn smalle, V-vormige putjes die diep in de dermis doorlopen."
    ),
    (
      "The scar is treated with chemical peels and microneedling.",
      "Het litteken wordt behandeld met chemische peelings en microneedling."
    ),
    (
      "Apply sunscreen every morning and after washing.",
      "Breng elke ochtend en na het wassen zonnebrandcrème aan."
    ),
    ("Laser and RF treatments take 30–60 minutes.", "Laser- en RF-behandelingen duren 30 tot 60 minuten."),
    (
      "Fractional ablative lasers, such as CO₂ or Er:YAG, create microscopic columns of thermal injury.",
      "Fractionele ablatieve lasers, zoals CO₂ of Er:YAG, maken microscopisch kleine kolommen van warmteschade."
    ),
    ("Atrophic scars respond to subcision.", "Atrofische littekens reageren goed op subcisie."),
    ("Rolling scars and boxcar scars are acne scars.", "Golvende littekens en boxcarlittekens zijn acnelittekens."),
    (
      "Injectable fillers, such as hyaluronic acid, can elevate shallow depressions.",
      "Injecteerbare fillers, zoals hyaluronzuur, kunnen ondiepe putjes opvullen."
    ),
    (
      "The dermatologist removes the mole under local anesthesia.",
      "De dermatoloog verwijdert de moedervlek onder plaatselijke verdoving."
    ),
    (
      "Use a broad-spectrum sunscreen with SPF 30 or higher.",
      "Gebruik een breedspectrum zonnebrandcrème met SPF 30 of hoger."
    ),
    ("Collagen production increases after 2.5 weeks.", "De collageenproductie neemt na 2,5 week toe."),
    ("Side effects such as redness and swelling are mild.", "Bijwerkingen zoals roodheid en zwelling zijn mild."),
  ])
  func aGoodTranslationHasNoFindings(source: String, target: String) throws {
    let findings = try CheckBench.findings([(source, target)], CheckBench.medical)
    #expect(findings.filter { $0.severity > .note } == [], "\(findings.map { "\($0.check): \($0.message)" })")
  }

  /// The article lies outside the repository; skipped where it doesn't.
  @Test(.enabled(if: TestFiles.shared("seed/post-24931.json") != nil, "the real article is not there"))
  func theArticleHasOneForeignWord() throws {
    struct Post: Decodable {
      struct Field: Decodable { var rendered: String }
      var title: Field
      var content: Field
    }
    let file = try #require(TestFiles.shared("seed/post-24931.json"))
    let post = try JSONDecoder().decode(Post.self, from: Data(contentsOf: file))
    let html =
      post.title.rendered + "\n" + post.content.rendered.replacing("</td>", with: "\n").replacing("</th>", with: "\n")
    let lines = html.replacing(#/<[^>]*>/#, with: "").replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .split(separator: "\n")
    #expect(lines.count > 100)
    let findings = try CheckBench.findings(lines.map { (String($0), nil) }, state: nil, CheckBench.medical)
    #expect(findings.map(\.text) == ["Littekens"])
    #expect(findings.first?.check == "terminology.foreign" && findings.first?.start == 7)
  }
}
