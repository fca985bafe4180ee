// convert: from version to version, from the standard's own suites and from exports of ours.
import Foundation
import TestSupport
import Testing

@Suite struct ConvertTests {
  /// An export of our own, in a folder.
  private func export(_ folder: TemporaryFolder, _ version: String) throws -> String {
    let outcome = try Program.run(
      ["extract", Examples.openingHours, "--to", "nl", "--xliff", version, "-o", folder.path("in")])
    return try #require(outcome.lines.first)
  }

  @Test(arguments: ["1.2", "2.0", "2.1", "2.2"], ["1.2", "2.0", "2.1", "2.2"])
  func exportsConvertAndStayValid(_ from: String, _ to: String) throws {
    let folder = try TemporaryFolder()
    let file = try export(folder, from)
    let converted = try Program.run(["convert", file, "--xliff", to, "-o", folder.path("out.xlf")])
    #expect(converted.status == 0 && converted.lines == [folder.path("out.xlf")], "\(converted.errors)")
    let validated = try Program.run(["validate", folder.path("out.xlf")])
    #expect(validated.status == 0, "\(validated.text)")
    #expect(try folder.text("out.xlf").contains("version=\"\(to)\""))
    // Whatever was lost, a merge takes it: the article is found, and its units are known.
    let pseudo = try Program.run(["pseudo", folder.path("out.xlf"), "-o", folder.path("pseudo")])
    let merged = try Program.run(
      ["merge", Examples.openingHours, "--xliff", try #require(pseudo.lines.first), "-o", folder.path("posts")])
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.errors.contains(" applied") && !merged.errors.contains("unknown"), "\(merged.errors)")
  }

  @Test func standardInputBecomesStandardOutput() throws {
    let folder = try TemporaryFolder()
    let file = try export(folder, "2.1")
    let bytes = try TestFiles.bytes(URL(fileURLWithPath: file))
    let there = try Program.run(["convert", "-", "--xliff", "1.2"], input: bytes)
    #expect(there.status == 0 && there.text.contains("<trans-unit"))
    let back = try Program.run(["convert", "-", "--xliff", "2.1", "-o", "-"], input: there.output)
    #expect(back.status == 0 && back.text.contains("<unit"))
    #expect(try folder.files().count == 1)
  }

  @Test func foldersKeepTheirNames() throws {
    let folder = try TemporaryFolder()
    let text =
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" "
      + "source-language=\"en\" datatype=\"html\"><body/></file></xliff>"
    for name in ["in/a/one.xlf", "in/two.sdlxliff", "in/three.xliff"] { try folder.write(text, to: name) }
    let outcome = try Program.run(["convert", folder.path("in"), "--xliff", "2.1", "-o", folder.path("out")])
    #expect(outcome.status == 0)
    #expect(try folder.files().filter { $0.hasPrefix("out") } == ["out/a/one.xlf", "out/three.xliff", "out/two.xlf"])
    let beside = try Program.run(["convert", folder.path("in"), "--xliff", "2.0"])
    #expect(beside.lines == ["in/a/one-2.0.xlf", "in/three-2.0.xlf", "in/two-2.0.xlf"].map { folder.path($0) })
    let again = try Program.run(["convert", folder.path("in"), "--xliff", "2.0"])
    #expect(again.lines == beside.lines, "what a run has left is not converted by the next")
  }

  @Test func whatCannotBeConvertedLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let cut = try folder.write(
      "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\"><file", to: "cut.xlf")
    let targets = try folder.write(
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" source-language=\"en\" "
        + "datatype=\"html\"><body><trans-unit id=\"1\"><source>a</source><target>b</target></trans-unit></body></file></xliff>",
      to: "targets.xlf")
    let outcome = try Program.run(["convert", cut, targets, "--xliff", "2.2", "-o", folder.path("out")])
    #expect(outcome.status == 2 && outcome.lines.isEmpty && outcome.failures.count == 2)
    #expect(outcome.failures.contains { $0.contains("names no target language") })
    #expect(try folder.files() == ["cut.xlf", "targets.xlf"])
    for arguments in [
      ["convert", cut, "--xliff", "2.1", "-o", cut], ["convert", folder.path("none"), "--xliff", "2.1"],
    ] {
      #expect(try Program.run(arguments).status == 2)
    }
  }

  @Test func whatIsLostIsSaid() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"><file id="f"><unit id="u"><notes>
      <note id="n">a</note><note id="m">b</note></notes><segment><source>a<ph id="1" equiv="x"/></source></segment></unit></file></xliff>
      """, to: "a.xlf")
    let outcome = try Program.run(["convert", file, "--xliff", "1.2", "-o", folder.path("b.xlf")])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "XLIFF 1.2 has no words for: ids of notes: 2, plain-text equivalents of codes: 1"), "\(outcome.errors)")
    let quiet = try Program.run(["convert", file, "--xliff", "1.2", "-o", folder.path("c.xlf"), "--quiet"])
    #expect(quiet.errors.isEmpty && quiet.output.isEmpty)
  }
}
