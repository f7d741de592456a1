// swift-tools-version: 6.0
// The iOS app: what stands behind its screens (VigieKit), and the screens (VigieApp), which need Apple's SDK.
import PackageDescription

let package = Package(
  name: "VigieIOS",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [.library(name: "VigieKit", targets: ["VigieKit"])],
  dependencies: [.package(name: "Vigie", path: "../bindings/swift")],
  targets: [
    .target(name: "VigieKit", dependencies: [.product(name: "Vigie", package: "Vigie")]),
    .testTarget(
      name: "VigieKitTests",
      dependencies: [
        "VigieKit", .product(name: "Vigie", package: "Vigie"), .product(name: "VigieTesting", package: "Vigie"),
        .product(name: "VigieStories", package: "Vigie"),
      ]),
  ]
)
