// swift-tools-version: 6.0
// Vigie's core as a Swift package: `import Vigie` in an app, and `import VigieTesting` in its tests.
import PackageDescription

// The core itself. On a Mac it is what `build-xcframework.sh` made of the Rust library for the phone and its simulator; on Linux,
// where only the tests run, it is the shared library that cargo built, found by `-Xlinker -L`.
#if os(Linux)
  let core: Target = .systemLibrary(name: "VigieCoreFFI")
#else
  let core: Target = .binaryTarget(name: "VigieCoreFFI", path: "VigieCoreFFI.xcframework")
#endif

let package = Package(
  name: "Vigie",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [
    .library(name: "Vigie", targets: ["Vigie"]),
    .library(name: "VigieTesting", targets: ["VigieTesting"]),
    // For the tests of the iOS app, which goes through the same stories.
    .library(name: "VigieStories", targets: ["VigieStories"]),
  ],
  targets: [
    core,
    // Generated from the library, with the two types of ours that generated code names. The generator writes Swift 5.
    .target(name: "VigieCore", dependencies: ["VigieCoreFFI"], swiftSettings: [.swiftLanguageMode(.v5)]),
    // What makes it read as Swift.
    .target(name: "Vigie", dependencies: ["VigieCore"]),
    // Stand-ins for what only a phone has.
    .target(name: "VigieTesting", dependencies: ["Vigie"]),
    // Asked by `cargo xtask bench bindings`.
    .executableTarget(name: "Costs", dependencies: ["Vigie"], path: "Tests/Costs"),
    // The stories of tests/stories, as far as they are the same for whoever goes through them.
    .target(name: "VigieStories", dependencies: ["Vigie"], path: "Tests/Stories"),
    .testTarget(name: "VigieTests", dependencies: ["Vigie", "VigieTesting", "VigieStories"]),
    .testTarget(name: "GuideTests", dependencies: ["Vigie", "VigieTesting"]),
  ]
)
