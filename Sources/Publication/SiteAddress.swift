// http and https addresses, as far as permalinks and canonicals need them (RFC 3986, 3 and 6.2.2).

/// An absolute http or https address in parts.
struct SiteAddress {
  /// Scheme, host and port as written, and the path without a slash at its end: what a path can be appended to.
  let prefix: String
  /// The address in a form in which equal addresses are equal: scheme, host and `%XX` in lower case, default ports, the
  /// fragment and a slash at the path's end left out.
  let normalized: String

  /// Reads `text`, the base address of a site.
  /// - Throws: `PermalinkError` where it is no http or https address, or has a query or fragment.
  init(_ text: String) throws(PermalinkError) {
    guard !text.contains("?"), !text.contains("#"), let address = Self(lenient: text) else {
      throw PermalinkError(
        subject: text, problem: "this is not the address of a site", remedy: "write it like https://example.org")
    }
    self = address
  }

  /// Reads any http or https address, with query and fragment; nil where `text` is none.
  init?(lenient text: String) {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
    let rest = text[text.index(text.startIndex, offsetBy: scheme.count)...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.isEmpty, !authority.contains(where: { $0.isWhitespace || $0 == "\\" }) else { return nil }
    var whole = rest[authority.endIndex...].prefix { $0 != "#" }
    while whole.last == "/" { whole = whole.dropLast() }
    prefix = String(text.prefix(scheme.count)) + authority + whole
    var host = authority.lowercased()
    let defaultPort = scheme == "https://" ? ":443" : ":80"
    if host.hasSuffix(defaultPort) { host.removeLast(defaultPort.count) }
    normalized = scheme + host + Self.withLowercaseOctets(whole)
  }

  private static func withLowercaseOctets(_ path: Substring) -> String {
    var bytes = Array(path.utf8)
    for index in bytes.indices where PercentEncoding.isOctet(bytes, at: index) {
      for digit in [index + 1, index + 2] where bytes[digit] &- 0x41 < 26 { bytes[digit] |= 0x20 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
