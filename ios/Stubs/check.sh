#!/bin/sh
# Checks the views and the code for the phone against the stubs; to be run in ios/ after `swift build`.
# `check.sh modules BUILT WORK CORE` makes the modules of the stubs, and that of VigieKit with the code for the phone, which is no longer
# left out when the stubs are in reach. `check.sh views BUILT WORK CORE FOLDER` checks the views in a folder. BUILT is where `swift build`
# put its modules, WORK a folder for these, CORE the folder of the core's header.
set -eu

what=$1 built=$2 work=$3 core=$4

stub() {
    name=$1
    shift
    swiftc -emit-module -parse-as-library -swift-version 6 -module-name "$name" -I "$work" -o "$work/$name.swiftmodule" "$@"
}

sources() {
    find "$1" -name '*.swift' | sort
}

case $what in
modules)
    rm -rf "$work"
    mkdir -p "$work"
    stub UIKit Stubs/UIKit.swift
    stub UniformTypeIdentifiers Stubs/UniformTypeIdentifiers.swift
    stub SwiftUI Stubs/SwiftUI.swift Stubs/SwiftUIOverUIKit.swift
    stub Charts Stubs/Charts.swift
    stub Security Stubs/Security.swift
    stub LocalAuthentication Stubs/LocalAuthentication.swift
    stub UserNotifications Stubs/UserNotifications.swift
    # No name of a file has a space in it.
    stub VigieKit -I "$built" -I "$core" $(sources Sources/VigieKit)
    ;;
views)
    swiftc -typecheck -parse-as-library -swift-version 6 -I "$work" -I "$built" -I "$core" $(sources "$5")
    ;;
esac
