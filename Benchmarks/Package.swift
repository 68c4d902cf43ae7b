// swift-tools-version: 6.2
import PackageDescription

let blazz: [Target.Dependency] = [
  .product(name: "BlazzDB", package: "blazz"), .product(name: "TableStore", package: "blazz"),
]

let package = Package(
  name: "blazz-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "blazz", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "BenchmarkSupport"),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
    .target(name: "CMariaDB"),
    .target(name: "CSearchPeers", dependencies: ["CSQLite", "CMariaDB"]),
    .executableTarget(name: "SearchCheck", dependencies: ["BenchmarkSupport", "CSearchPeers"] + blazz),
    .target(name: "CAllocations"),
    .executableTarget(
      name: "HotPaths",
      dependencies: [
        "CAllocations", .product(name: "SampleData", package: "blazz"),
        .product(name: "Benchmark", package: "benchmark"),
      ] + blazz,
      path: "Benchmarks/HotPaths", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .target(name: "CComparePeers", dependencies: ["CSQLite", "CMariaDB"], linkerSettings: [.linkedLibrary("lmdb")]),
    .executableTarget(
      name: "Compare",
      dependencies: [
        "BenchmarkSupport", "CComparePeers", .product(name: "SampleData", package: "blazz"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ] + blazz),
  ],
  swiftLanguageModes: [.v6]
)
