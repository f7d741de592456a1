//! No library that opens connections is linked, on any platform.

use serde_json::{Value, json};

use super::{Package, linked, metadata};

/// Libraries whose business is a connection, and what runs under them. `deny.toml` refuses some in tests too.
const OPEN_CONNECTIONS: &[&str] = &[
    "actix-web",
    "async-h1",
    "async-io",
    "async-net",
    "async-std",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "ftp",
    "h2",
    "h3",
    "hickory-client",
    "hickory-proto",
    "hickory-resolver",
    "http",
    "hyper",
    "hyper-util",
    "isahc",
    "lettre",
    "libssh2-sys",
    "mio",
    "minreq",
    "native-tls",
    "neli",
    "net2",
    "netlink-sys",
    "openssl",
    "openssl-sys",
    "polling",
    "quiche",
    "quinn",
    "quinn-udp",
    "reqwest",
    "rumqttc",
    "rustls",
    "s2n-quic",
    "schannel",
    "security-framework",
    "sentry",
    "smol",
    "socket2",
    "ssh2",
    "surf",
    "suppaftp",
    "tiny_http",
    "tokio",
    "trust-dns-proto",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "web-sys",
    "webpki-roots",
    "websocket",
    "zbus",
    "zmq",
];

/// Features of libraries that are otherwise welcome.
const FEATURES: &[(&str, &str)] =
    &[("rustix", "net"), ("nix", "net"), ("nix", "socket"), ("rustix", "io_uring")];

/// What of this opens connections.
fn found(packages: &[Package]) -> Vec<String> {
    let mut found = Vec::new();
    for Package { name, features, .. } in packages {
        if OPEN_CONNECTIONS.contains(&name.as_str()) {
            found.push(name.clone());
        }
        let with =
            |(of, feature): &&(&str, &str)| of == name && features.iter().any(|it| it == feature);
        found.extend(FEATURES.iter().filter(with).map(|(_, feature)| format!("{name}/{feature}")));
    }
    found
}

#[test]
fn no_library_that_opens_connections_is_linked_into_the_products() {
    let packages = linked(&metadata());
    // Those that are certainly there are seen.
    for known in ["ring", "libsqlite3-sys", "rustix", "windows-sys", "vigie-vault"] {
        assert!(packages.iter().any(|package| package.name == known), "{known}");
    }
    assert!(packages.iter().all(|package| package.name != "proptest"), "that is for tests");
    assert_eq!(found(&packages), [""; 0]);
}

/// A tree in which the journal names these, each for a kind of use, and these name what follows them.
fn tree(named: &[(&str, Option<&str>, &str)]) -> Value {
    let package =
        |name: &str| json!({ "id": name, "name": name, "manifest_path": "/x/Cargo.toml" });
    let dependency =
        |name: &str, kind: Option<&str>| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
    let direct: Vec<Value> = named.iter().map(|(name, kind, _)| dependency(name, *kind)).collect();
    let mut packages = vec![package("vigie-cli"), package("vigie-journal")];
    let mut nodes = vec![
        json!({ "id": "vigie-cli", "features": [], "deps": [dependency("vigie-journal", None)] }),
        json!({ "id": "vigie-journal", "features": [], "deps": direct }),
    ];
    for (name, _, below) in named {
        packages.extend([package(name), package(below)]);
        nodes.push(json!({ "id": name, "features": ["net"], "deps": [dependency(below, None)] }));
        nodes.push(json!({ "id": below, "features": [], "deps": [] }));
    }
    json!({ "packages": packages, "resolve": { "nodes": nodes } })
}

#[test]
fn one_that_does_is_found_however_far_below_and_not_where_it_is_for_tests() {
    let said = |named: &[_]| found(&linked(&tree(named)));
    assert_eq!(said(&[("a", None, "b")]), [""; 0]);
    assert_eq!(said(&[("a", None, "socket2")]), ["socket2"]);
    assert_eq!(said(&[("rustix", None, "b")]), ["rustix/net"]);
    assert_eq!(said(&[("tokio", Some("dev"), "mio"), ("curl", Some("build"), "c")]), [""; 0]);
}
