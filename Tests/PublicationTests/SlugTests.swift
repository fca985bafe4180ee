import Testing

@testable import Publication

@Suite struct SlugTests {
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(
    .enabled(
      if: WordPressVector.isAvailable("sanitizeTitleWithDashes"), "needs WordPress's vectors beside the checkout"))
  func sanitizeTitleWithDashes() throws {
    let vectors = try WordPressVector.all("sanitizeTitleWithDashes")
    #expect(vectors.count == 110)
    for vector in vectors {
      let title = try #require(vector.text(0))
      #expect(
        Self.text(try Slug.withDashes(Array(title.utf8), saving: vector.text(2) == "save")) == vector.expected,
        "\(vector)")
    }
  }

  @Test(.enabled(if: WordPressVector.isAvailable("sanitizeTitle"), "needs WordPress's vectors beside the checkout"))
  func sanitizeTitle() throws {
    let vectors = try WordPressVector.all("sanitizeTitle")
    #expect(vectors.count == 2)
    for vector in vectors {
      let slug = try Slug.sanitized(title: try #require(vector.text(0)), wordPressLocale: "en_US")
      // The second argument is what takes the place of an empty slug; with us that is the caller's business.
      #expect(slug.isEmpty ? vector.text(1) == vector.expected : slug == vector.expected, "\(vector)")
    }
  }

  @Test(.enabled(if: WordPressVector.isAvailable("removeAccents"), "needs WordPress's vectors beside the checkout"))
  func removeAccents() throws {
    let vectors = try WordPressVector.all("removeAccents")
    #expect(vectors.count == 27)
    // Bytes in ISO 8859-1, which JSON can't hold and which we read as UTF-8 in any case.
    for vector in vectors where !vector.test.hasSuffix("test_remove_accents_iso8859") {
      let title = try #require(vector.text(0))
      let removed = try AccentRemoval.removed(from: Array(title.utf8), wordPressLocale: vector.text(1) ?? "en_US")
      #expect(Self.text(removed) == vector.expected, "\(vector)")
    }
  }

  @Test(.enabled(if: WordPressVector.isAvailable("utf8UriEncode"), "needs WordPress's vectors beside the checkout"))
  func utf8URIEncode() throws {
    let vectors = try WordPressVector.all("utf8UriEncode")
    #expect(vectors.count == 6)
    for vector in vectors {
      #expect(
        Self.text(PercentEncoding.encoded(Array(try #require(vector.text(0)).utf8))) == vector.expected, "\(vector)")
    }
  }

  /// What a WordPress 6.8 gave for these titles over REST.
  @Test(arguments: [
    (
      "IJspriemlittekens: oorzaken & effectieve behandelingen", "nl_NL",
      "ijspriemlittekens-oorzaken-effectieve-behandelingen"
    ),
    ("CO₂-laser — 30–60 % verbetering", "nl_NL", "co%e2%82%82-laser-30-60-verbetering"),
    ("Crème brûlée ñandú", "nl_NL", "creme-brulee-nandu"),
    ("Foto's van vóór en ná", "nl_NL", "fotos-van-voor-en-na"),
    ("Größe, Äpfel & Öl: Übermaß", "de_DE", "groesse-aepfel-oel-uebermass"),
    ("Größe, Äpfel & Öl: Übermaß", "de_DE_formal", "groesse-aepfel-oel-uebermass"),
    ("Größe, Äpfel & Öl: Übermaß", "nl_NL", "grose-apfel-ol-ubermas"),
    ("IJs & Één", "nl_NL", "ijs-een"),
    ("???", "en_US", ""), ("-", "en_US", ""), ("", "en_US", ""),
    ("A &amp; B &#038; C", "en_US", "a-b-c"),
    ("3×4 snake_case a/b.c \\ | d", "en_US", "3x4-snake_case-a-b-c-d"),
    ("½ m²", "en_US", "%c2%bd-m%c2%b2"),
    ("Prijs €5 of £6", "en_US", "prijs-e5-of-6"),
    ("ΑΒΓ ЖЗ", "en_US", "%ce%b1%ce%b2%ce%b3-%d0%b6%d0%b7"),
    (
      "Ice Pick Scars: Understanding Causes &amp; Effective Treatments", "en_US",
      "ice-pick-scars-understanding-causes-effective-treatments"
    ),
  ])
  func isWhatWordPressGives(_ title: String, _ locale: String, _ slug: String) throws {
    #expect(try Slug.sanitized(title: title, wordPressLocale: locale) == slug)
  }

  @Test func hyphensAndThinSpacesDivideWords() throws {
    #expect(
      try Slug.sanitized(title: "Non\u{2011}surgical post\u{2010}op 20\u{202F}%", wordPressLocale: "en_US")
        == "non-surgical-post-op-20")
    #expect(try Slug.sanitized(title: "after&#8209;care", wordPressLocale: "en_US") == "after-care")
  }

  @Test func decomposedTitlesAreComposedFirst() throws {
    #expect(try Slug.sanitized(title: "nai\u{0308}ve", wordPressLocale: "en_US") == "naive")
  }

  @Test func isCutAt200BytesWhereverThatIs() throws {
    let ascii = String(repeating: "abcdefg ", count: 40)
    #expect(try Slug.sanitized(title: ascii, wordPressLocale: "en_US").utf8.count == 199)
    let chinese = try Slug.sanitized(title: String(repeating: "章", count: 40), wordPressLocale: "en_US")
    #expect(chinese == String(repeating: "%e7%ab%a0", count: 22))
  }

  @Test func neverHoldsWhatHasAMeaningInAPath() throws {
    var state: UInt64 = 5
    let pieces = [
      "..", "/", "\\", "%2f", "%2E%2e", "%00", "%0a", "%25", "%", "---2f---", "\u{0}", "\n", "\u{7F}", "<b>", "&", ";",
      "a",
      "É", "%c3", "%a9", " ", "中", "'", "&#47;", "&nbsp;", "\u{202E}",
    ]
    for _ in 0..<5000 {
      var title = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        title += pieces[Int(state >> 33) % pieces.count]
      }
      let slug = try Slug.sanitized(title: title, wordPressLocale: "nl_NL")
      try #require(slug.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-_%".utf8.contains($0) }, "\(title)")
      try #require(slug.utf8.count <= 200)
      try #require(!["%2f", "%2e", "%5c", "%00", "%0a", "%7f"].contains { slug.contains($0) }, "\(title) → \(slug)")
    }
  }
}
