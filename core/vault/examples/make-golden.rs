//! Makes the frozen journal and backup of the current formats: `cargo run -p vigie-vault --example make-golden NEW_DIR`.
//!
//! Run once per format version, then never again: `tests/golden/v…` is what people's phones hold. The recovery code is
//! written to `NEW_DIR/code.txt`; move it into `tests/vault/golden.rs` with the passphrase, and `backup.age` beside the
//! folders of the journals.

use std::error::Error;
use std::fs::File;
use std::path::PathBuf;
use vigie_vault::{Anchoring, KdfParams, NewKey, Passphrase, Unlock, Vault, VaultError};

fn main() -> Result<(), Box<dyn Error>> {
    let dir = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: make-golden NEW_DIR")?);
    let passphrase = Passphrase::new("été à la mer, 1987");
    let key = NewKey::Passphrase(&passphrase, KdfParams::STANDARD);
    let (mut vault, code) = Vault::create(&dir, key, Anchoring::none())?;
    vault.append(&["première entrée".as_bytes()])?;
    vault.append(&[b"", &[0x80, 0, 0], &[0xA5; 255], &[0x5A; 256]])?;
    let long: Vec<u8> = (0..=250).cycle().take(20_000).collect();
    vault.append(&[&long])?;
    let photo: Vec<u8> = (0..=250).cycle().take(66_000).collect();
    vault.attach::<_, VaultError>(&mut photo.as_slice(), |blob| {
        // What is needed to read it again: its name, then its parts and length.
        let head =
            [blob.id.as_bytes().as_slice(), &blob.chunks.to_le_bytes(), &blob.bytes.to_le_bytes()];
        Ok((head.concat().into(), ()))
    })?;
    let backup = File::create(dir.with_extension("age"))?;
    vault.snapshot()?.write::<VaultError>(backup, &passphrase, |seq| vault.chunk(seq))?;
    // Enough for some of them to be moved into a segment when it is opened again.
    for n in 0..140_u8 {
        vault.append(&[&[n]])?;
    }
    vault.close()?;
    Vault::open(&dir, Unlock::Passphrase(&passphrase), Anchoring::none())?.0.close()?;
    std::fs::write(dir.join("code.txt"), code.to_string())?;
    std::fs::remove_file(dir.join("lock"))?;
    Ok(())
}
