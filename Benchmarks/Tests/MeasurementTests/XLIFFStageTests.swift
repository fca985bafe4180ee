import Measurement
import Testing

@Suite struct XLIFFStageTests {
  @Test func namesAreUniqueAndNameWorkAndVersion() {
    let names = XLIFFStage.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("read-2.1") && names.contains("convert-1.2"))
  }

  @Test func aStageThatFailsAndAReferenceThatIsMissingAreReported() {
    let session = XLIFFSession(
      root: "/", overzet: "/bin/false", source: "/nowhere", folder: "/tmp/overzet-bench-test", runs: 1, bytes: 1,
      note: { _ in })
    let rows = session.measure(Array(XLIFFStage.all.prefix(1)))
    #expect(rows.count == 1 && rows[0].problem?.contains("failed") == true)
  }
}
