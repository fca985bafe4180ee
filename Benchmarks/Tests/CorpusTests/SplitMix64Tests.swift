import Corpus
import Testing

@Suite struct SplitMix64Tests {
  /// The numbers that the reference implementation gives for this seed
  /// (<https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64>).
  @Test func givesTheNumbersOfTheReference() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func staysInBoundsAndReachesThem() {
    var random = SplitMix64(seed: 7)
    let drawn = Set((0..<1000).map { _ in random.within(3...6) })
    #expect(drawn == [3, 4, 5, 6])
    #expect(random.below(0) == 0)
    #expect(random.pick([Int]()) == nil)
  }

  @Test func givesEachPostItsOwn() {
    let firsts = (0..<1000).map { index in
      var random = SplitMix64(seed: 1, index: index)
      return random.next()
    }
    #expect(Set(firsts).count == firsts.count)
  }
}
