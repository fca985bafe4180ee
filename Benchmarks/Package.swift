// swift-tools-version: 6.2
// The benchmarks of Overzet: a package of its own, so that building Overzet never pays for them. Overzet's program is run as
// people run it; only what no command runs alone is compiled in, from the same files: the tokenizer, and reading and writing
// XLIFF.
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
    .systemLibrary(name: "SystemLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXML2", dependencies: ["SystemLibXML2"]),
    .target(name: "XMLStream", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "Interchange", dependencies: ["XMLStream"], swiftSettings: strict),
    .executableTarget(
      name: "bench", dependencies: ["Corpus", "HTMLTokens", "Interchange", "Measurement", "XMLStream"],
      swiftSettings: strict),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus"], swiftSettings: strict),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
