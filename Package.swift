// swift-tools-version: 6.2
// Overzet: a translation pipeline for WordPress. Modules and their order are described in Documentation/architecture.md;
// each outside library is imported by exactly one of them.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

/// A Swift module of ours, with the settings that all of them share.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of `name`, in `Tests/<name>Tests`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "overzet",
  products: [.executable(name: "overzet", targets: ["overzet"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries: headers of our own over ICU's and libxml2's, whose own headers Swift never sees.
    .systemLibrary(
      name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "SystemLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CICU", dependencies: ["SystemICU"], cSettings: strictC),
    .target(name: "CLibXML2", dependencies: ["SystemLibXML2"], cSettings: strictC),

    module("HTMLTokens"),
    module("JSONTokens"),
    module("UnicodeText", ["CICU"]),
    module("XMLStream", ["CLibXML2"]),
    module("Configuration", [.product(name: "Yams", package: "Yams")]),
    module("Interchange", ["XMLStream"]),
    module(
      "WordPressFilter",
      [
        "HTMLTokens", "JSONTokens", "UnicodeText", "XMLStream", "Interchange",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Terminology", ["UnicodeText", "Configuration", "Interchange"]),
    module("Checks", ["UnicodeText", "Configuration", "Interchange", "Terminology"]),
    module("Publication", ["JSONTokens", "UnicodeText", "Configuration"]),
    module(
      "Pipeline",
      [
        "JSONTokens", "UnicodeText", "XMLStream", "Configuration", "Interchange", "WordPressFilter", "Terminology",
        "Checks", "Publication",
      ]),
    .executableTarget(
      name: "overzet",
      dependencies: [
        "Pipeline", "Configuration", "Interchange", "Terminology", "Checks", "WordPressFilter",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests(of: "HTMLTokens"),
    tests(of: "JSONTokens"),
    tests(of: "UnicodeText"),
    tests(of: "XMLStream"),
    tests(of: "Configuration"),
    tests(of: "Interchange", ["XMLStream"]),
    tests(of: "WordPressFilter", ["UnicodeText", "XMLStream", "Interchange", "HTMLTokens", "JSONTokens"]),
    tests(of: "Terminology", ["Configuration", "Interchange"]),
    tests(of: "Checks", ["Configuration", "Interchange", "Terminology"]),
    tests(of: "Publication", ["Configuration"]),
    tests(of: "Pipeline", ["Configuration", "Interchange", "Terminology", "Checks"]),
    .testTarget(name: "CommandLineTests", dependencies: ["TestSupport", "overzet"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
