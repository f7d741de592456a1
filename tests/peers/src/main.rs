//! The vault's peers as a worker: `vigie-peers worker DIR DAYS`, then lines as in `contest.rs`.

#[path = "../../bench/src/contest.rs"]
mod contest;
mod plain;
mod redb_store;
mod sql;

use std::path::Path;

use contest::{Contestant, Failure, Peers};

fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [mode, dir, days] = args.as_slice() else {
        return Err("usage: vigie-peers worker DIR DAYS".into());
    };
    if mode != "worker" {
        return Err("usage: vigie-peers worker DIR DAYS".into());
    }
    let mut peers = all(Path::new(dir), days.parse()?)?;
    contest::serve(&mut peers, std::io::stdin().lock(), std::io::stdout().lock())
}

/// Every peer, each in a folder of its own.
fn all(dir: &Path, days: i32) -> Result<Peers, Failure> {
    let mut peers = Peers::new();
    let name = "append";
    peers.insert(name, Box::new(Contestant::<plain::Append>::new(&dir.join(name), days)?));
    let name = "sqlcipher";
    type SqlCipher = sql::Relational<sql::Encrypted>;
    peers.insert(name, Box::new(Contestant::<SqlCipher>::new(&dir.join(name), days)?));
    let name = "sqlcipher-payload";
    type SqlCipherPayload = sql::Payload<sql::Encrypted>;
    peers.insert(name, Box::new(Contestant::<SqlCipherPayload>::new(&dir.join(name), days)?));
    let name = "sqlite";
    type Sqlite = sql::Relational<sql::Clear>;
    peers.insert(name, Box::new(Contestant::<Sqlite>::new(&dir.join(name), days)?));
    let name = "redb";
    peers.insert(name, Box::new(Contestant::<redb_store::Redb>::new(&dir.join(name), days)?));
    Ok(peers)
}
