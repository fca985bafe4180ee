// Taking returned files in: what is applied, what is kept, and that the counts add up.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct ImporterTests {
  private let html = "<p>One <b>is</b> here. Two is there.</p><p>Three is <a href=\"/\">gone</a>.</p><h2>Four</h2>"

  private func export(_ html: String? = nil) throws -> XLIFF.File { try extracted(html ?? self.html) }

  /// An export whose units 0, 1, 2 have been translated into `targets`, where these are not nil.
  private func returned(
    _ targets: [String?], html: String? = nil, state: XLIFF.State? = .translated
  ) throws -> XLIFF.File {
    var file = try export(html)
    for (index, target) in targets.enumerated() {
      if let target { file.units[index].translate(into: target, state: state) }
    }
    return file
  }

  private func target(_ unit: XLIFF.Unit) -> String { unit.targetContent.shown }

  @Test func translationsAreTakenInTheirStates() throws {
    let file = try returned(["Een {1}is{/1} hier. Twee.", nil, "Vier"], state: .reviewed)
    let imported = Importer.take([file], base: nil, into: try export())
    #expect(imported.outcomes.map(\.kind) == [.applied, .unchanged, .applied])
    #expect(imported.file.units.map(target) == ["Een {1}is{/1} hier. Twee.", "Three is {1}gone{/1}.", "Vier"])
    #expect(imported.file.units[2].parts.map(\.state) == [.reviewed])
    #expect(imported.file.units[1].parts.allSatisfy { $0.target == nil })
    #expect(imported.candidates == 0 && !imported.isForeign)
  }

  @Test func whatTheArticleSaysOfACodeIsRestored() throws {
    var file = try returned([nil, "Drie is {1}weg{/1}."])
    for index in file.units[1].parts[0].target?.elements.indices ?? 0..<0 {
      file.units[1].parts[0].target?.elements[index].dataReference = nil
      file.units[1].parts[0].target?.elements[index].display = nil
    }
    let unit = Importer.take([file], base: nil, into: try export()).file.units[1]
    #expect(unit.parts[0].target?.elements.map(\.dataReference) == unit.parts[0].source.elements.map(\.dataReference))
    #expect(unit.parts[0].target?.elements.map(\.display) == unit.parts[0].source.elements.map(\.display))
  }

  // MARK: Several returns

  @Test func partialReturnsAddUp() throws {
    var first = try export()
    var second = try export()
    let segments = first.units[0].parts.indices.filter { first.units[0].parts[$0].kind == .segment }
    first.units[0].parts[segments[0]].target = first.units[0].parts[segments[0]].source
    second.units[0].parts[segments[1]].target = XLIFF.Content("Twee.")
    let imported = Importer.take([second], base: first, into: try export())
    #expect(imported.outcomes.map(\.kind) == [.applied, .unchanged, .unchanged])
    #expect(target(imported.file.units[0]) == "One {1}is{/1} here. Twee.")
    #expect(imported.translatedSegments == 2 && imported.segments == 4)
  }

  @Test func finalGivesWayToNothingLess() throws {
    let final = try returned([nil, nil, "Vier"], state: .final)
    for state in [XLIFF.State.translated, .reviewed, nil] {
      let imported = Importer.take([try returned([nil, nil, "4"], state: state)], base: final, into: try export())
      #expect(imported.outcomes[2].kind == .refused)
      #expect(imported.outcomes[2].reason?.contains("final") == true)
      #expect(target(imported.file.units[2]) == "Vier")
      #expect(imported.file.units[2].parts[0].state == .final)
      #expect(imported.file.units[2].matches.map(\.target.plainText) == ["4"])
    }
    let same = Importer.take([try returned([nil, nil, "Vier"])], base: final, into: try export())
    #expect(same.outcomes[2].kind == .unchanged && same.candidates == 0)
    let later = Importer.take([try returned([nil, nil, "4"], state: .final)], base: final, into: try export())
    #expect(target(later.file.units[2]) == "4" && later.outcomes[2].kind == .applied)
  }

  @Test func ofTwoTranslationsTheOtherOneIsKept() throws {
    let imported = Importer.take(
      [try returned([nil, nil, "Vier"]), try returned([nil, nil, "4"])], base: nil, into: try export())
    #expect(imported.outcomes.map(\.kind) == [.unchanged, .unchanged, .unchanged, .unchanged, .unchanged, .applied])
    #expect(target(imported.file.units[2]) == "4")
    #expect(imported.file.units[2].matches.map(\.target.plainText) == ["Vier"])
  }

  @Test func importingTwiceChangesNothing() throws {
    let edited = html.replacing("gone", with: "far away")
    let file = try returned(["Een {1}is{/1} hier. Twee.", "Drie is {1}weg{/1}.", nil])
    let once = Importer.take([file], base: nil, into: try export(edited))
    let twice = Importer.take([file], base: once.file, into: try export(edited))
    #expect(once.file == twice.file)
    #expect(once.outcomes == twice.outcomes)
  }

  // MARK: What can't be applied

  @Test func workOnAnEditedSourceBecomesACandidate() throws {
    let file = try returned(["Een {1}is{/1} hier. Twee.", "Drie is {1}weg{/1}.", "Vier"])
    let current = try export(html.replacing("Three is", with: "Three surely is"))
    let imported = Importer.take([file], base: nil, into: current)
    #expect(imported.outcomes.map(\.kind) == [.applied, .stale, .applied])
    #expect(imported.candidates == 1)
    let match = try #require(imported.file.units[1].matches.first)
    #expect(match.target.shown == "Drie is {1}weg{/1}.")
    #expect(match.source?.shown == "Three is {1}gone{/1}.")
    #expect(match.reference == "#\(imported.file.units[1].parts[0].id)")
    #expect((match.similarity?.value ?? 0) > 50)
    #expect(imported.file.units[1].parts[0].target == nil)
  }

  @Test func workWithoutItsCodesBecomesACandidate() throws {
    let file = try returned([nil, "Drie is weg."])
    let imported = Importer.take([file], base: nil, into: try export())
    #expect(imported.outcomes[1].kind == .refused)
    #expect(imported.outcomes[1].reason == "[a] is missing; [/a] is missing")
    #expect(imported.file.units[1].matches.map(\.target.plainText) == ["Drie is weg."])
  }

  @Test func ofAUnitThatStandsTwiceEitherTranslationWillDo() throws {
    var file = try returned([nil, nil, "Vier"])
    file.units.insert(try export().units[2], at: 0)
    let imported = Importer.take([file], base: nil, into: try export())
    #expect(imported.outcomes.map(\.kind) == [.unchanged, .unchanged, .unchanged, .applied])
    #expect(target(imported.file.units[2]) == "Vier")
    file.units.append(try returned([nil, nil, "4"]).units[2])
    let both = Importer.take([file], base: nil, into: try export())
    #expect(both.outcomes.last?.kind == .refused)
    #expect(both.file.units[2].matches.map(\.target.plainText) == ["4"])
  }

  @Test func aFileOfAnotherArticleIsForeign() throws {
    let other = try returned(["Iets anders"], html: "<p>Something quite different</p>")
    let imported = Importer.take([other], base: nil, into: try export())
    #expect(imported.isForeign)
    #expect(imported.outcomes.map(\.kind) == [.stale])
  }

  // MARK: What else people wrote

  @Test func aProposalWithoutItsCodesIsACandidate() throws {
    let imported = Importer.take(
      [try returned([nil, "Drie is weg?"], state: .initial)], base: nil, into: try export())
    #expect(imported.file.units[1].parts[0].target == nil)
    #expect(imported.file.units[1].matches.map(\.target.plainText) == ["Drie is weg?"])
  }

  @Test func whatDiffersInAPrefilledFileIsATranslation() throws {
    var file = try returned([nil, nil, "Vier"], state: .initial)
    file.units[2].parts[0].subState = "xliff12:new"
    file.prefill()
    file = try #require(try file.exchanged(in: .v1_2))
    file.confirmChangedPrefills()
    let imported = Importer.take([file], base: nil, into: try export())
    #expect(imported.outcomes.map(\.kind) == [.unchanged, .unchanged, .applied])
    let again = try #require(try imported.file.exchanged(in: .v1_2))
    #expect(again.units[2].parts[0].state == .translated)
  }

  @Test func proposalsAndRemarksStay() throws {
    var file = try returned([nil, nil, "Vier?"], state: .initial)
    file.units[2].notes.append(XLIFF.Note("Is this the number?"))
    let imported = Importer.take([file], base: nil, into: try export())
    #expect(imported.outcomes[2].kind == .unchanged)
    #expect(imported.outcomes[2].reason?.contains("initial") == true)
    #expect(imported.file.units[2].parts[0].target?.plainText == "Vier?")
    #expect(imported.file.units[2].parts[0].state == .initial)
    #expect(imported.file.units[2].notes.map(\.text).contains("Is this the number?"))
    #expect(imported.translatedSegments == 0)
  }

  @Test func segmentsThatWereJoinedStayJoined() throws {
    let imported = Importer.take([try returned(["Een {1}is{/1} hier en twee."])], base: nil, into: try export())
    #expect(imported.file.units[0].parts.count == 1)
    #expect(target(imported.file.units[0]) == "Een {1}is{/1} hier en twee.")
    for version in XLIFF.Version.allCases {
      let again = try #require(try imported.file.exchanged(in: version))
      let second = Importer.take([again], base: imported.file, into: try export())
      #expect(second.file == imported.file, "XLIFF \(version.rawValue)")
    }
  }
}
