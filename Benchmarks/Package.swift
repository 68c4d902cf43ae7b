// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "blazz-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "blazz", path: "..")],
  targets: [
    .target(name: "CFloor", linkerSettings: [.linkedLibrary("lmdb")]),
    .executableTarget(
      name: "FloorCheck",
      dependencies: [
        "CFloor", .product(name: "BlazzDB", package: "blazz"), .product(name: "TableStore", package: "blazz"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
