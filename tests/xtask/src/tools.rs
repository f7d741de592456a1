//! Tools the stages need: installed when they are missing, so that a fresh machine passes.

use std::process::{Command, Stdio};

/// The version that is installed; another one may know other rules.
const CARGO_DENY: &str = "0.19.0";

fn runs(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// cargo-deny at its pinned version.
pub fn cargo_deny() -> Result<(), String> {
    let output = Command::new("cargo").args(["deny", "--version"]).output();
    let there = output.is_ok_and(|o| String::from_utf8_lossy(&o.stdout).contains(CARGO_DENY));
    if there {
        return Ok(());
    }
    println!("installing cargo-deny {CARGO_DENY}; this takes about four minutes, once");
    // Its own target folder would be thrown away; ours would mix profiles. It needs little room.
    let installed = Command::new("cargo")
        .args(["install", "--locked", "--quiet", "cargo-deny", "--version", CARGO_DENY])
        .stdin(Stdio::null())
        .status();
    match installed {
        Ok(status) if status.success() => Ok(()),
        _ => Err("cargo-deny could not be installed".to_owned()),
    }
}

/// A Debian package that brings `command`.
pub fn debian(command: &str, package: &str) -> Result<(), String> {
    let there = || runs(Command::new("sh").args(["-c", &format!("command -v {command}")]));
    if there() {
        return Ok(());
    }
    println!("installing {package}");
    let apt = |args: &[&str]| {
        Command::new("apt-get")
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let install = ["install", "-y", "--no-install-recommends", package];
    if (apt(&["update"]) && apt(&install)) || there() {
        return Ok(());
    }
    Err(format!("{command} is missing: install the Debian package {package} (as root)"))
}
