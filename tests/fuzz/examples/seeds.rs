//! Makes the seed corpus: `RUSTFLAGS="--cfg fuzzing" cargo run --example seeds`, in this folder.

use std::fs;
use std::path::Path;

use vigie_vault::fuzzing::{passphrase, seeds};
use vigie_vault::{Anchoring, KdfParams, NewKey, Vault};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut all: Vec<(&str, String, Vec<u8>)> =
        seeds().into_iter().map(|(target, name, bytes)| (target, name.to_owned(), bytes)).collect();
    all.extend(cells()?.into_iter().map(|(name, bytes)| ("cells", name, bytes)));
    for (target, name, bytes) in all {
        fs::create_dir_all(corpus.join(target))?;
        fs::write(corpus.join(target).join(name), bytes)?;
    }
    Ok(())
}

/// A real journal with a record that goes on in other pages: its pages of cells one by one, and all of it with a `-wal`.
fn cells() -> Result<Vec<(String, Vec<u8>)>, Box<dyn std::error::Error>> {
    let dir = std::env::temp_dir().join(format!("vigie-seeds-{}", std::process::id()));
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(&dir, key, Anchoring::none())?;
    vault.append(&[&[0x20; 200]])?;
    vault.append(&[&[0x20; 9000]])?;
    let wal = fs::read(dir.join("journal.vigie-wal"))?;
    vault.close()?;
    let database = fs::read(dir.join("journal.vigie"))?;
    fs::remove_dir_all(&dir)?;
    let length = u16::try_from(wal.len())?.to_le_bytes();
    let mut seeds = vec![("with-wal".to_owned(), [&length, &*database, &*wal].concat())];
    for (number, page) in database.chunks(4096).enumerate() {
        // A leaf of a table.
        if page.first() == Some(&0x0D) {
            seeds.push((format!("page-{number}"), [&[0, 0], page].concat()));
        }
    }
    Ok(seeds)
}
