// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

/// Settings of every Swift target: strict about existentials, imports and member visibility; a warning is an
/// error where `BLAZZ_STRICT` is set (CI).
let settings: [SwiftSetting] =
  ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].map { .enableUpcomingFeature($0) }
  + (Context.environment["BLAZZ_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

func system(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

func module(_ name: String, _ dependencies: [Target.Dependency], extra: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + extra)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    resources: resources, swiftSettings: settings)
}

/// The documentation's plug-in, only where `make docs` asks for it: nobody else has to fetch it.
let documentation: [Package.Dependency] =
  Context.environment["BLAZZ_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "blazz",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "BlazzDB", targets: ["BlazzDB"]),
    .library(name: "TableStore", targets: ["TableStore"]),
    // Made-up rows, for the benchmarks.
    .library(name: "SampleData", targets: ["SampleData"]),
    .executable(name: "blazz", targets: ["BlazzTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ] + documentation,
  targets: [
    system("CLMDB", pkgConfig: "lmdb", apt: "liblmdb-dev", brew: "lmdb"),
    system("CICU", pkgConfig: "icu-i18n", apt: "libicu-dev", brew: "icu4c"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    .target(name: "CChecksum"),
    .target(name: "CUnicodeWeights"),
    module("LMDB", ["CLMDB"], extra: [.enableExperimentalFeature("Lifetimes")]),
    module("UnicodeText", ["CICU", "CUnicodeWeights"]),
    module("SQLExpression", []),
    module("SearchExpression", []),
    module("TermAnalysis", ["UnicodeText"]),
    module("TerminalText", []),
    .macro(
      name: "TableStoreMacros",
      dependencies: [
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
      ], swiftSettings: settings),
    module(
      "TableStore",
      [
        "LMDB", "UnicodeText", "TermAnalysis", "SQLExpression", "SearchExpression", "CChecksum", "TableStoreMacros",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    module("BlazzDB", ["TableStore", "CZlib"]),
    module("SampleData", ["BlazzDB", "TableStore"]),
    .executableTarget(
      name: "BlazzTool",
      dependencies: [
        "BlazzDB", "SampleData", "TableStore", "TerminalText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "BlazzExample", dependencies: ["BlazzDB", "TableStore"], swiftSettings: settings),
    .target(name: "TestSupport", dependencies: ["TableStore"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("LMDB", []),
    tests("UnicodeText", [], resources: [.copy("Resources")]),
    tests("SQLExpression", []),
    tests("SearchExpression", []),
    tests("TermAnalysis", ["UnicodeText"]),
    tests("TerminalText", []),
    tests("TableStore", ["LMDB", "UnicodeText", "TermAnalysis", "CChecksum"]),
    tests("TableStoreMacros", [.product(name: "SwiftSyntaxMacrosGenericTestSupport", package: "swift-syntax")]),
    tests("BlazzDB", ["LMDB", "TableStore"], resources: [.copy("Resources")]),
    tests("SampleData", ["BlazzDB", "TableStore"]),
    tests("BlazzTool", ["LMDB"], resources: [.copy("Resources")]),
    .target(name: "CInterpose", path: "Tests/CInterpose"),
    .executableTarget(
      name: "Torture", dependencies: ["TableStore", "LMDB", "CInterpose", "TestSupport"], path: "Tests/Torture",
      swiftSettings: settings),
    .executableTarget(
      name: "DamageHarness", dependencies: ["BlazzDB", "TableStore", "TestSupport"], path: "Tests/DamageHarness",
      swiftSettings: settings),
    // It runs the executable `Torture`; as a dependency, that would bring its own malloc into the tests' process.
    .testTarget(name: "TortureTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
