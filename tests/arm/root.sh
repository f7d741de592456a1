#!/bin/sh
# Makes the Debian root that the stage `arm` builds and tests in: `sh root.sh FOLDER`, as root, on amd64.
# It is made once for as long as this text is the same: what is to be another is changed here.
set -eu

# What mmdebstrap mounts is gone with its process, however it ends: nothing of this machine is ever left mounted in FOLDER.
# The compiler and its library for ARM are of one version, and newer than the workspace asks for; clang is for C of the
# mobile targets; age, and util-linux with its mount, are for the tests themselves.
exec unshare --mount --pid --fork --kill-child --propagation private \
    mmdebstrap --quiet --variant=apt --mode=root --architectures=amd64,arm64 \
    --aptopt='APT::Install-Recommends "false"' \
    --include=rustc/trixie-backports,cargo/trixie-backports,rust-src/trixie-backports \
    --include=libstd-rust-dev:arm64/trixie-backports \
    --include=gcc,libc6-dev,gcc-aarch64-linux-gnu,libc6-dev-arm64-cross,clang,qemu-user,age,mount \
    trixie "$1" \
    'deb http://deb.debian.org/debian trixie main' \
    'deb http://deb.debian.org/debian trixie-backports main'
