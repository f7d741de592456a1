//! Nothing in our own sources names a connection, whether it is linked or not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Package, linked, metadata};

/// What a source would have to name: the standard library's connections, the calls of libc, and the ways round both.
const NAMES: &[&str] = &[
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "UnixStream",
    "UnixListener",
    "UnixDatagram",
    "SocketAddr",
    "ToSocketAddrs",
    "IpAddr",
    "net",
    "socket",
    "getaddrinfo",
    "dlopen",
    "dlsym",
    "syscall",
    "asm",
    "global_asm",
];

/// Those of [`NAMES`] that a source uses outside its comments. What stands after code is read with it: a `//` may be part of a text.
fn named(source: &str) -> BTreeSet<&str> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let words =
        code.flat_map(|line| line.split(|char: char| !char.is_alphanumeric() && char != '_'));
    words.filter(|word| NAMES.contains(word)).collect()
}

/// The Rust files of a package that are built into it: its `src` and what builds it.
fn sources(package: &Package) -> Vec<PathBuf> {
    fn below(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    below(&package.folder.join("src"), &mut files);
    files.extend(Some(package.folder.join("build.rs")).filter(|file| file.is_file()));
    files
}

#[test]
fn our_own_sources_name_no_connection() {
    let packages = linked(&metadata());
    let files: Vec<PathBuf> = packages.iter().filter(|it| it.ours).flat_map(sources).collect();
    assert!(files.len() > 150, "{} files", files.len());
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        assert_eq!(named(&source), BTreeSet::new(), "{}", file.display());
    }
}

#[test]
fn a_source_that_names_one_is_found_and_a_comment_is_not() {
    for (source, name) in [
        ("use std::net::TcpStream;", "TcpStream"),
        ("use std::{io, net};\nnet::lookup_host(x)", "net"),
        ("unsafe { libc::socket(2, 1, 0) }", "socket"),
        ("core::arch::asm!(\"svc 0\")", "asm"),
        ("let stream: std::os::unix::net::UnixStream = x; // local", "UnixStream"),
        ("fetch(\"https://example.org\", TcpStream::connect)", "TcpStream"),
    ] {
        assert!(named(source).contains(name), "{source}");
    }
    let comment = "//! No network: no socket.\n    // std::net::TcpStream\nlet planet = 1;";
    assert_eq!(named(comment), BTreeSet::new());
}
