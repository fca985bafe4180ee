// swift-tools-version: 6.2
// Fuzzing: three programs that libFuzzer feeds with inputs nobody would write, each with a law that no input may break.
// `make fuzz` builds and runs them. A package of its own, because all code in it carries the fuzzer's instrumentation; its
// sources are links to those of Overzet.
import PackageDescription

let instrumented: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address"]),
]

/// A module of Overzet, with the fuzzer's eyes in it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: instrumented)
}

/// A program that libFuzzer runs; its `main.swift` hands the law to libFuzzer's driver.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: ["CLibFuzzer"] + dependencies, swiftSettings: instrumented,
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
}

let package = Package(
  name: "overzet",
  dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
  targets: [
    .systemLibrary(name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "SystemLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CICU", dependencies: ["SystemICU"]),
    .target(name: "CLibXML2", dependencies: ["SystemLibXML2"]),
    .target(name: "CLibFuzzer"),
    module("HTMLTokens"),
    module("JSONTokens"),
    module("UnicodeText", ["CICU"]),
    module("XMLStream", ["CLibXML2"]),
    module("Interchange", ["XMLStream"]),
    module(
      "WordPressFilter",
      [
        "HTMLTokens", "JSONTokens", "UnicodeText", "XMLStream", "Interchange",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    fuzzer("FuzzTokenizer", ["HTMLTokens"]),
    fuzzer("FuzzBlocks", ["WordPressFilter"]),
    fuzzer("FuzzMerge", ["HTMLTokens", "UnicodeText", "Interchange", "WordPressFilter"]),
  ],
  swiftLanguageModes: [.v6]
)
