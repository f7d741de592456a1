#!/bin/sh
# Makes of the Rust library what an app for iPhone links, and writes the Swift that goes with it. To be run on a Mac with Xcode 16
# and Rust; no machine of the project is one, so it was only read and never run.
set -eu

cd "$(dirname "$0")/../.."
package=bindings/swift
target=${CARGO_TARGET_DIR:-target}
work=$target/swift/xcframework
devices="aarch64-apple-ios aarch64-apple-ios-sim aarch64-apple-darwin"

# What C code among the dependencies is built for (bindings/swift/Package.swift).
export IPHONEOS_DEPLOYMENT_TARGET=17.0 MACOSX_DEPLOYMENT_TARGET=14.0

# The interface is read from a library for this machine, before anything is stripped from it.
cargo build --locked -p vigie-bindings
cargo build --locked --manifest-path bindings/generate/Cargo.toml --target-dir "$target/generate"
"$target/generate/debug/vigie-generate" generate "$target/debug/libvigie_bindings.dylib" \
    --language swift --no-format --out-dir "$work/generated"
cp "$work/generated/VigieCore.swift" "$package/Sources/VigieCore/"

rm -rf "$work/headers" "$package/VigieCoreFFI.xcframework"
mkdir -p "$work/headers"
cp "$work/generated/VigieCoreFFI.h" "$work/headers/"
cat > "$work/headers/module.modulemap" <<'MAP'
module VigieCoreFFI {
  header "VigieCoreFFI.h"
  export *
}
MAP

set --
for device in $devices; do
    rustup target add "$device"
    cargo build --locked --profile app -p vigie-bindings --target "$device"
    set -- "$@" -library "$target/$device/app/libvigie_bindings.a" -headers "$work/headers"
done
xcodebuild -create-xcframework "$@" -output "$package/VigieCoreFFI.xcframework"
