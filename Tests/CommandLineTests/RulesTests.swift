// `--config` and `rules:`: a plug-in's wpml-config.xml laid over the defaults, on the way out and on the way back.
import Foundation
import Testing

@Suite struct RulesTests {
  private let post = #"""
    {"id":7,"link":"https://www.example.org/a/","title":{"raw":"T"},"excerpt":{"raw":""},"content":{"raw":"<!-- wp:acme/box \
    {\"heading\":\"Book your visit\"} --><p>Text.</p><!-- /wp:acme/box -->"}}
    """#.replacing("\\\n", with: "")
  private let plugin = """
    <wpml-config><gutenberg-blocks><gutenberg-block type="acme/box" translate="1"><key name="heading"/></gutenberg-block>
    </gutenberg-blocks></wpml-config>
    """

  private func folder(_ configuration: String = "site: https://www.example.org\ntargets: [nl]\n") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(post, to: "post.json")
    try folder.write(plugin, to: "acme.xml")
    try folder.write(configuration, to: "overzet.yml")
    return folder
  }

  @Test func aPlugInsRulesHoldOnTheWayOutAndBack() throws {
    let folder = try folder()
    let plain = try Program.run(["extract", "post.json", "--to", "nl", "-o", "plain"], in: folder.url)
    #expect(plain.status == 0)
    #expect(plain.errors.contains("post 7: not extracted: wp:acme/box attribute \"heading\" (\"Book your visit\")"))
    #expect(try !folder.text("plain/nl/7.xlf").contains("Book your visit"))

    let ruled = try Program.run(
      ["extract", "post.json", "--to", "nl", "-o", "ruled", "--config", "acme.xml"], in: folder.url)
    #expect(ruled.status == 0 && !ruled.errors.contains("not extracted"))
    let file = try folder.text("ruled/nl/7.xlf")
    #expect(file.contains("<source>Book your visit</source>") && file.contains("acme.xml "))

    try folder.write(file.replacing("</source>", with: "</source><target>Vertaald</target>"), to: "back.xlf")
    let merge = ["merge", "post.json", "--xliff", "back.xlf", "-o", "posts"]
    let merged = try Program.run(merge + ["--config", "acme.xml"], in: folder.url)
    #expect(merged.status == 0 && !merged.errors.contains("other rules"))
    #expect(try folder.text("posts/nl/7.json").contains(#"\"heading\":\"Vertaald\""#))

    let without = try Program.run(merge, in: folder.url)
    #expect(without.status == 1 && without.errors.contains("back.xlf was extracted with other rules (acme.xml "))
  }

  @Test func theProjectsRulesHoldInRun() throws {
    let folder = try folder("targets: [nl]\nsource: en\narticles: [post.json]\nrules: [acme.xml]\n")
    #expect(try Program.run(["run"], in: folder.url).status == 0)
    #expect(try folder.text("work/outbox/nl/7.xlf").contains("<source>Book your visit</source>"))
    // Other rules are a reason to extract again; the same ones are none.
    #expect(try Program.run(["run"], in: folder.url).text.contains("Nothing to do"))
    try folder.write("<wpml-config/>", to: "acme.xml")
    #expect(try Program.run(["run"], in: folder.url).text.contains("Extracted"))
    #expect(try !folder.text("work/outbox/nl/7.xlf").contains("<source>Book your visit</source>"))
    #expect(try folder.text("work/reports/run.json").contains("not extracted: wp:acme/box"))
  }

  @Test(arguments: [
    ("<wpml-config>\n<nonsense/></wpml-config>", "bad.xml:2: <nonsense> is no section"),
    ("<wpml-config>", "bad.xml:1: "), ("<html/>", "bad.xml:1: this is not a wpml-config.xml"),
  ])
  func whatIsNotUnderstoodStopsTheCommand(xml: String, message: String) throws {
    let folder = try folder()
    try folder.write(xml, to: "bad.xml")
    for command in [["extract", "post.json", "--to", "nl"], ["merge", "post.json", "--xliff", "x.xlf"], ["run"]] {
      let outcome = try Program.run(command + ["--config", "bad.xml"], in: folder.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.failures.count == 1 && outcome.failures[0].hasPrefix(message), "\(outcome.errors)")
    }
    let missing = try Program.run(["extract", "post.json", "--to", "nl", "--config", "none.xml"], in: folder.url)
    #expect(missing.status == 2 && missing.failures.first?.hasPrefix("none.xml: can't be read") == true)
  }
}
