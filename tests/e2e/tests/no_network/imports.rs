//! The built program asks the system for no connection: no such function is among those it imports.
//!
//! Everything but the C library is linked into the program, ring and SQLite with it, so what these would call is seen as well.
//! Measured on Linux with glibc in November 2026, an empty program and ours alike import none: the linker drops what the
//! standard library has for connections when nobody uses it, in debug builds too. Nothing has to be allowed.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use object::{Object, ObjectSymbol};
use vigie_e2e::program;

/// Functions of the C library that open a connection, use one, or ask others on the network; and those with which a program
/// has another one, or a library, do it.
const FUNCTIONS: &[&str] = &[
    "accept",
    "accept4",
    "bind",
    "connect",
    "getaddrinfo",
    "gethostbyaddr",
    "gethostbyaddr_r",
    "gethostbyname",
    "gethostbyname2",
    "gethostbyname2_r",
    "gethostbyname_r",
    "getifaddrs",
    "getnameinfo",
    "getpeername",
    "getservbyname",
    "getsockname",
    "getsockopt",
    "listen",
    "recv",
    "recvfrom",
    "recvmmsg",
    "recvmsg",
    "res_init",
    "res_query",
    "res_search",
    "send",
    "sendmmsg",
    "sendmsg",
    "sendto",
    "setsockopt",
    "shutdown",
    "socket",
    "socketpair",
    "syslog",
    // Through another program, or a library loaded later.
    "clone",
    "dlmopen",
    "dlopen",
    "execl",
    "execle",
    "execlp",
    "execv",
    "execve",
    "execvp",
    "execvpe",
    "fexecve",
    "fork",
    "popen",
    "posix_spawn",
    "posix_spawnp",
    "system",
    "vfork",
];

/// The functions that a program takes from the system's libraries.
fn imports(program: &Path) -> BTreeSet<String> {
    let bytes = std::fs::read(program).unwrap();
    let file = object::File::parse(&*bytes).unwrap();
    let imported = file.dynamic_symbols().filter(|symbol| symbol.is_undefined());
    imported.map(|symbol| symbol.name().unwrap().to_owned()).collect()
}

/// Those of [`FUNCTIONS`] that it imports.
fn found(program: &Path) -> Vec<&'static str> {
    let imports = imports(program);
    // A program without imports is one whose imports were not read, or that brings the C library with it.
    assert!(imports.len() > 20 && imports.contains("write"), "{imports:?}");
    FUNCTIONS.iter().copied().filter(|name| imports.contains(*name)).collect()
}

/// A program built from this source by the compiler of these tests.
fn built(source: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (file, program) = (folder.path().join("main.rs"), folder.path().join("program"));
    std::fs::write(&file, source).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    // Its own folder says which compiler is meant.
    let mut command = Command::new(rustc);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg(&file).arg("-o").arg(&program);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, program)
}

#[test]
fn the_command_imports_no_function_for_connections_or_for_other_programs() {
    assert_eq!(found(&program()), [""; 0]);
}

#[test]
fn a_program_that_opens_connections_is_seen_to_do_so() {
    let (_folder, program) = built(
        "use std::net::{TcpListener, TcpStream, UdpSocket};
         use std::io::{Read, Write};
         fn main() -> std::io::Result<()> {
             let mut stream = TcpStream::connect((\"example.org\", 80))?;
             stream.write_all(b\"x\")?;
             stream.read(&mut [0; 9])?;
             TcpListener::bind(\"127.0.0.1:0\")?.accept()?;
             UdpSocket::bind(\"127.0.0.1:0\")?.send_to(b\"x\", \"127.0.0.1:9\")?;
             Ok(())
         }",
    );
    let found = found(&program);
    let all =
        ["accept4", "bind", "connect", "getaddrinfo", "listen", "recv", "send", "sendto", "socket"];
    for function in all {
        assert!(found.contains(&function), "{function}: {found:?}");
    }
    let (_folder, program) = built(
        "fn main() { std::os::unix::net::UnixStream::connect(\"/run/x\").map(drop).unwrap_or(()) }",
    );
    let local = self::found(&program);
    assert!(local.contains(&"socket") && local.contains(&"connect"), "{local:?}");
    let (_folder, program) = built(
        "fn main() { std::process::Command::new(\"curl\").status().map(drop).unwrap_or(()) }",
    );
    assert!(self::found(&program).contains(&"posix_spawnp"), "{:?}", self::found(&program));
}

#[test]
fn what_the_standard_library_brings_by_itself_is_no_connection() {
    let (_folder, program) = built("fn main() { println!(\"{:?}\", std::env::args()) }");
    assert_eq!(found(&program), [""; 0]);
}
