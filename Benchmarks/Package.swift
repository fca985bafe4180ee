// swift-tools-version: 6.2
// The benchmarks of Overzet: a package of its own, so that building Overzet never pays for them. Overzet's program is run as
// people run it; only its tokenizer, which no command runs alone, is compiled in, from the same files.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "benchmarks",
  products: [.executable(name: "bench", targets: ["bench"])],
  targets: [
    .target(name: "Corpus", swiftSettings: strict),
    .target(name: "Measurement", swiftSettings: strict),
    .target(name: "HTMLTokens", swiftSettings: strict),
    .executableTarget(name: "bench", dependencies: ["Corpus", "HTMLTokens", "Measurement"], swiftSettings: strict),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus"], swiftSettings: strict),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
