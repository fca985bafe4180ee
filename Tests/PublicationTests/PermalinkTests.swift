import Configuration
import Testing

@testable import Publication

@Suite struct PermalinkTests {
  private let site = "https://example.org"

  @Test(arguments: [
    ("/nl/%category%/%postname%/", "https://example.org/nl/huid/littekens/ijspriemlittekens/"),
    ("/%postname%", "https://example.org/ijspriemlittekens"),
    ("/%year%/%monthnum%/%day%/%postname%-%post_id%.html", "https://example.org/2026/04/05/ijspriemlittekens-42.html"),
    ("/artikel één/%postname%/", "https://example.org/artikel%20%c3%a9%c3%a9n/ijspriemlittekens/"),
    ("/100%25/%postname%/", "https://example.org/100%25/ijspriemlittekens/"),
  ])
  func fillsThePattern(_ pattern: String, _ address: String) throws {
    let values = Permalink.Values(
      slug: "ijspriemlittekens", category: "huid/littekens", postID: 42, date: "2026-04-05T15:08:41")
    #expect(try Permalink(pattern: pattern).address(site: site, values) == address)
  }

  @Test func joinsSiteAndPathWithOneSlash() throws {
    let permalink = try Permalink(pattern: "/%postname%/")
    #expect(try permalink.address(site: "https://example.org/blog/", .init(slug: "a")) == "https://example.org/blog/a/")
    #expect(try permalink.address(site: "http://localhost:8080", .init(slug: "a")) == "http://localhost:8080/a/")
  }

  @Test func encodesWhatIsNotEncodedYet() throws {
    let permalink = try Permalink(pattern: "/%postname%/")
    #expect(
      try permalink.address(site: site, .init(slug: "co%e2%82%82-é?")) == "https://example.org/co%e2%82%82-%c3%a9%3f/")
  }

  @Test(arguments: ["/%author%/%postname%/", "/%hour%/", "/%postname", "/a%/", "nl/%postname%/", "", "/../%postname%/"])
  func refusesAPattern(_ pattern: String) {
    let error = #expect(throws: PermalinkError.self) { try Permalink(pattern: pattern) }
    #expect(error?.subject == pattern)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func namesThePlaceholderThatIsNotSupported() {
    let error = #expect(throws: PermalinkError.self) { try Permalink(pattern: "/%author%/") }
    #expect(error?.problem == "the placeholder %author% is not supported")
  }

  @Test(arguments: ["%category%", "%post_id%", "%year%", "%monthnum%", "%day%"])
  func aMissingValueIsNamed(_ placeholder: String) throws {
    let permalink = try Permalink(pattern: "/\(placeholder)/")
    let error = #expect(throws: PermalinkError.self) { try permalink.address(site: site, .init(slug: "a")) }
    #expect(error?.problem == "nothing to put for \(placeholder)")
  }

  @Test(arguments: ["", "..", ".", "a/b", "a\\b"])
  func aSlugThatLeavesItsPlaceIsRefused(_ slug: String) throws {
    let permalink = try Permalink(pattern: "/%postname%/")
    #expect(throws: PermalinkError.self) { try permalink.address(site: site, .init(slug: slug)) }
    let inCategory = try Permalink(pattern: "/%category%/")
    #expect(throws: PermalinkError.self) { try inCategory.address(site: site, .init(slug: "a", category: "huid/../x")) }
  }

  @Test(arguments: ["2026", "26-04-05", "2026-4-05", "gisteren", ""])
  func aDateThatIsNoneIsRefused(_ date: String) throws {
    let permalink = try Permalink(pattern: "/%year%/")
    #expect(throws: PermalinkError.self) { try permalink.address(site: site, .init(slug: "a", date: date)) }
  }

  @Test(arguments: ["example.org", "ftp://example.org", "https://", "https://example.org?x=1", "https://a b/", ""])
  func anAddressThatIsNoSiteIsRefused(_ address: String) throws {
    let permalink = try Permalink(pattern: "/%postname%/")
    #expect(throws: PermalinkError.self) { try permalink.address(site: address, .init(slug: "a")) }
  }

  @Test func aCanonicalIsTheAddressInTheLocale() throws {
    let profile = try LocaleProfile(
      yaml: """
        permalink: /nl/%category%/%postname%/
        categories:
          new: {id: 3, slug: nieuw}
        """, tag: "nl", file: "locale.yml")
    #expect(
      try Canonical.address(profile, site: site, slug: "ijspriemlittekens", sourceCategory: "new")
        == "https://example.org/nl/nieuw/ijspriemlittekens/")
    #expect(
      try Canonical.address(profile, site: site, slug: "ijspriemlittekens", sourceCategory: "huid")
        == "https://example.org/nl/huid/ijspriemlittekens/")
    #expect(throws: PermalinkError.self) { try Canonical.address(profile, site: site, slug: "x") }
  }

  @Test(arguments: [
    ("https://example.org/nl/a/", false), ("HTTPS://Example.org:443/nl/a#x", false),
    (" https://example.org/nl/a/\n", false),
    ("", false), ("https://example.org/a/", true), ("https://example.org/en/a/", true),
    ("http://example.org/nl/a/", true),
    ("https://example.org/nl/a/?p=1", true), ("/nl/a/", true), ("https://example.org/nl/A/", true),
  ])
  func aCanonicalOfTheSourceIsDropped(_ canonical: String, _ dropped: Bool) {
    #expect(Canonical.mustDrop(canonical, address: "https://example.org/nl/a/") == dropped)
  }
}
