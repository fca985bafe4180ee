import Testing

@testable import Checks

@Suite struct NumbersTests {
  private func summary(_ source: String, _ target: String) throws -> [String] {
    try CheckBench.summary(source, target, checks: [NumbersCheck()])
  }

  @Test(arguments: [
    ("2.5 mm", "2,5 mm"), ("1,000 patients", "1.000 patiënten"), ("1,250.50 euro", "1.250,50 euro"),
    ("30\u{2011}60\u{202F}% improvement", "30–60% verbetering"), ("30-60 %", "30 tot 60 procent"),
    ("CO₂ lasers of 2018", "CO2-lasers uit 2018"), ("CO2 laser", "kooldioxidelaser"), ("SPF 30", "SPF30"),
    ("at 10:30", "om 10.30 uur"), ("at 2 pm", "om 14.00 uur"), ("at 2:30 p.m.", "om 14.30 uur"),
    ("at 2:30 PM", "om 14:30"), ("from 9 am to 5 pm", "van 9 tot 17 uur"), ("at 12 pm", "om 12 uur"),
    ("since the 1990s", "sinds de jaren negentig"), ("the 1st time", "de 1e keer"), ("3 sessions", "drie sessies"),
    ("3 times", "driemaal"), ("April 15, 2026", "15 april 2026"), ("04/15/2026", "15-4-2026"),
    ("10,000 people", "10 000 mensen"), ("10,000 people", "10\u{202F}000 mensen"), ("0.5 %", "0,50 %"),
    ("2.10 and 2.1", "2,1 en 2,10"), ("version 2.1.3", "versie 2.1.3"), ("24/7", "24/7"), ("1.5–2 hours", "1,5–2 uur"),
    ("from 5 to 5", "5"), ("two", "2"), ("10 cm²", "10 cm²"), ("ISO 30042:2019", "ISO 30042:2019"), ("", "7"),
    ("Call 020 123 4567", "Bel 020 123 4567"), ("Call 020 123 456", "Bel 020-123456, dat is 020 123 456"),
  ])
  func sameNumbers(source: String, target: String) throws {
    #expect(try summary(source, target) == [])
  }

  @Test(arguments: [
    ("20 % of adults", "200 % van de volwassenen", "20"), ("2.5 mm", "25 mm", "2.5"), ("2 mm", "3 mm", "2"),
    ("1,000", "1,000", "1,000"), ("7 to 10 days", "7 dagen", "10"), ("2 mm by 2 mm", "2 mm bij 3 mm", "2"),
    ("1.000 mm", "1.000 mm", "1.000"), ("at 2 pm", "om 15.00 uur", "2"), ("3 weeks", "vier weken", "3"),
    ("2018", "2017", "2018"), ("30-60 %", "30-50 %", "60"), ("12 months", "2 maanden", "12"),
  ])
  func otherNumbers(source: String, target: String, missing: String) throws {
    #expect(try summary(source, target) == ["numbers: \(missing)"])
  }

  /// Good translations that say a number in words, or as an ordinal.
  @Test(arguments: [
    ("Your 1st visit", "Uw eerste bezoek"), ("the 3rd and 22nd", "de derde en de tweeëntwintigste"),
    ("1.5 hours", "anderhalf uur"), ("30 minutes", "een half uur"), ("30 minutes", "Dertig minuten"),
    ("1,000,000 people", "1 miljoen mensen"), ("1,000,000 people", "een miljoen mensen"),
    ("2.5 million", "2.500.000"), ("1,500,000", "1,5 miljoen"), ("21 days", "eenentwintig dagen"),
    ("100 patients", "honderd patiënten"), ("200 patients", "tweehonderd patiënten"),
    ("2,000 patients", "tweeduizend patiënten"), ("a 50-year-old man", "een vijftigjarige man"),
    ("24 hours", "een etmaal"), ("1 week", "een week"), ("2.5 weeks", "tweeënhalve week"),
    ("45 minutes", "drie kwartier"), ("40 million", "veertig miljoen"), ("10 to 20", "tien à twintig"),
  ])
  func numbersInWords(source: String, target: String) throws {
    #expect(try summary(source, target) == [])
  }

  @Test(arguments: [
    ("twintig jaar", "20 years"), ("21 dagen", "twenty-one days"), ("30 dagen", "thirty\u{2011}day"),
    ("1 miljoen", "1,000,000"), ("1,5 uur", "one and a half hours"), ("het 1e bezoek", "the first visit"),
    ("100 patiënten", "a hundred patients"),
  ])
  func theOtherWayRound(source: String, target: String) throws {
    let context = Result { try CheckBench.context(try CheckBench.small.get().glossary, from: "nl", to: "en") }
    #expect(try CheckBench.summary(source, target, context, checks: [NumbersCheck()]) == [])
  }

  /// No more than a warning where no other number stands in its place: it may be a word that nobody has listed.
  @Test(arguments: [
    ("3 weeks", "enkele weken", Finding.Severity.warning), ("3 weeks", "vier weken", .warning),
    ("3 weeks", "drieëntwintig weken", .warning), ("2 weeks", "tweeënhalve week", .warning),
    ("7 to 10 days", "7 dagen", .warning), ("3 weeks", "4 weken", .error), ("1 week", "een kuur van 2 weken", .error),
    ("1st visit", "2e bezoek", .error), ("1,000,000", "10 miljoen", .error), ("1 hour", "enkele uren", .warning),
    // The two is the source's own, and stands in no one's place.
    ("two visits of 12 minutes", "2 bezoeken van enige minuten", .warning),
    ("visits of 12 minutes", "2 bezoeken van enige minuten", .error),
  ])
  func anErrorNeedsAnotherNumber(source: String, target: String, severity: Finding.Severity) throws {
    let findings = try CheckBench.findings([(source, target)], checks: [NumbersCheck()])
    #expect(findings.map(\.severity) == [severity])
    #expect(findings.first?.message.contains("unless a word stands for it") == (severity == .warning))
  }

  @Test(arguments: [
    ("1", 6, "1000000"), ("2.5", 6, "2500000"), ("0.5", 2, "50"), ("1.2345", 2, "123.45"), ("0", 3, "0"), ("7", 0, "7"),
  ])
  func powersOfTen(value: String, power: Int, expected: String) {
    #expect(NumberToken.shifted(value, by: power) == expected)
  }

  @Test func saysHowTheLanguageWritesIt() throws {
    let finding = try #require(try CheckBench.findings([("1,250.5 mm", "1250 mm")], checks: [NumbersCheck()]).first)
    #expect(finding.severity == .error && finding.suggestions == ["1.250,5"])
    #expect(finding.message == #""1,250.5" is not in the translation (it has "1250"): write "1.250,5""#)
  }

  @Test func aSeparatorOfTheOtherLanguageIsAWarning() throws {
    let findings = try CheckBench.findings([("It is 2.5 mm.", "Het is 2.5 mm.")], checks: [NumbersCheck()])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.suggestions == ["2,5"] && findings.first?.side == .target && findings.first?.start == 7)
    #expect(try summary("version 2.5.", "versie 2.5.") == [])
  }

  @Test func aNumberMayMoveToAnotherSegment() throws {
    #expect(
      try CheckBench.findings(
        [("In 2018 it came.", "Het kwam."), ("It left.", "In 2018 ging het.")], checks: [NumbersCheck()])
        == [])
    let findings = try CheckBench.findings(
      [("In 2018 it came.", "Het kwam."), ("In 2018 it left.", "In 2018 ging het.")], checks: [NumbersCheck()])
    #expect(findings.map(\.segment) == ["s1"])
  }
}
