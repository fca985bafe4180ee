import Measurement
import Testing

@Suite struct TableTests {
  @Test func alignsColumns() {
    var table = Table(header: ["", "wall", "ratio"])
    table.add(["a", "1.25", "10"])
    table.add(["longer", "why not"])
    #expect(
      table.text == """
                wall  ratio
        a       1.25     10
        longer  why not
        """)
  }

  @Test(arguments: [
    (1.005, 1, "1.0"), (0.049, 2, "0.05"), (12, 0, "12"), (-0.04, 1, "0.0"), (-1.5, 1, "-1.5"), (.nan, 1, "–"),
  ])
  func writesNumbers(value: Double, places: Int, text: String) {
    #expect(Table.number(value, places: places) == text)
  }

  @Test func takesTheMiddle() {
    #expect(Sample.median([3, 1, 2]) == 2)
    #expect(Sample.median([4, 1, 2, 3]) == 2.5)
    #expect(Sample.median([]) == 0)
  }
}
