// swift-tools-version: 6.2
import PackageDescription

let blazz: [Target.Dependency] = [
  .product(name: "BlazzDB", package: "blazz"), .product(name: "TableStore", package: "blazz"),
]

let package = Package(
  name: "blazz-reliability",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "blazz", path: "..")],
  targets: [
    .executableTarget(name: "DamageHarness", dependencies: blazz)
  ],
  swiftLanguageModes: [.v6]
)
