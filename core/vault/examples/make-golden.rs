//! Makes the frozen journal of the current file format: `cargo run -p vigie-vault --example make-golden NEW_DIR`.
//!
//! Run once per format version, then never again: `tests/golden/v1` is what people's phones hold. The recovery code is
//! written to `NEW_DIR/code.txt`; move it into `tests/vault/golden.rs` with the passphrase.

use std::error::Error;
use std::path::PathBuf;
use vigie_vault::{Anchoring, KdfParams, NewKey, Passphrase, Vault};

fn main() -> Result<(), Box<dyn Error>> {
    let dir = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: make-golden NEW_DIR")?);
    let passphrase = Passphrase::new("été à la mer, 1987");
    let (mut vault, code) = Vault::create(
        &dir,
        NewKey::Passphrase(&passphrase, KdfParams::STANDARD),
        Anchoring::none(),
    )?;
    vault.append(&["première entrée".as_bytes()])?;
    vault.append(&[b"", &[0x80, 0, 0], &[0xA5; 255], &[0x5A; 256]])?;
    let long: Vec<u8> = (0..=250).cycle().take(20_000).collect();
    vault.append(&[&long])?;
    vault.close()?;
    std::fs::write(dir.join("code.txt"), code.to_string())?;
    std::fs::remove_file(dir.join("lock"))?;
    Ok(())
}
