//! What was compiled of other people's crates, for a copy of ours that is built in a place of its own.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Takes over what was compiled of other people's crates, which is the same in a copy of ours: without it they would all be compiled
/// again. Nothing of ours is, for that is what changes. Another cargo may be at work there: what it takes away meanwhile was its own.
pub fn take_over(from: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        return Ok(());
    }
    let part = to.with_extension("part");
    for folder in [".fingerprint", "build", "deps"] {
        fs::create_dir_all(part.join(folder))?;
        for entry in fs::read_dir(from.join(folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let ours = name.contains("vigie");
            // In `deps` a library begins so; a program there, and each piece of one, is a test of ours.
            let of_a_program = folder == "deps" && !name.starts_with("lib");
            if !ours && !of_a_program {
                match copy_with_its_time(&entry.path(), &part.join(folder).join(&name)) {
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    copied => copied?,
                }
            }
        }
    }
    fs::rename(part, to)
}

/// Cargo goes by which file is newer.
fn copy_with_its_time(from: &Path, to: &Path) -> std::io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let name = entry?.file_name();
            copy_with_its_time(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    fs::copy(from, to)?;
    fs::File::options().write(true).open(to)?.set_modified(fs::metadata(from)?.modified()?)
}
