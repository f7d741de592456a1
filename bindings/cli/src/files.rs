//! Files that a command reads and writes: streamed in, and whole or not there at all when written.

use std::fs::File;
use std::io::{BufWriter, IsTerminal, Read, Write};
use std::path::{Component, Path};

use crate::exit::{self, Failure};

/// A file to read, or standard input for `-`.
pub fn source(path: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(std::io::stdin()), None));
    }
    let file = open(path)?;
    let length = file.metadata().ok().map(|data| data.len());
    Ok((Box::new(file), length))
}

/// A progress bar over the bytes of a file: only on a terminal, and only when it takes long.
pub fn progress(length: Option<u64>) -> indicatif::ProgressBar {
    /// A file that is read before anybody could look at a bar.
    const SHORT: u64 = 4 << 20;
    match length {
        Some(length) if length > SHORT && std::io::stderr().is_terminal() => {
            indicatif::ProgressBar::new(length)
        }
        _ => indicatif::ProgressBar::hidden(),
    }
}

/// Whether a file or folder is the journal's own folder or would lie in it, where it could take the journal's place. What is
/// not made yet would lie where its nearest folder is.
pub fn inside(path: &Path, journal: &Path) -> bool {
    let Ok(path) = std::path::absolute(path) else { return false };
    let there = path.ancestors().find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
    let Some((folder, mut real)) = there else { return false };
    for part in path.strip_prefix(folder).unwrap_or(Path::new("")).components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => real.push(part),
        }
    }
    journal.canonicalize().is_ok_and(|journal| real.starts_with(journal))
}

/// The folder a file lies in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes beside the file and renames, so that nobody ever finds half of it.
pub fn write_whole<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let refused = |error: std::io::Error| exit::file(path, &error);
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path)).map_err(refused)?;
    let mut writer = BufWriter::new(&mut file);
    let written = write(&mut writer)?;
    writer.flush().map_err(refused)?;
    drop(writer);
    file.as_file().sync_all().map_err(refused)?;
    file.persist(path).map_err(|error| refused(error.error))?;
    Ok(written)
}

/// A file that is written for the first time: one that is there stays.
pub fn write_new<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    if path.try_exists().map_err(|error| exit::file(path, &error))? {
        return Err(Failure::Occupied { path: path.display().to_string() });
    }
    write_whole(path, write)
}

/// A file to read.
pub fn open(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|error| exit::file(path, &error))
}

/// The text of a small file, or of standard input for `-`. Of a large one only as much as tells that it is too large.
pub fn text_of(path: &Path) -> Result<String, Failure> {
    const MOST: u64 = 1 << 20;
    let (source, _) = source(path)?;
    let mut text = String::new();
    source.take(MOST).read_to_string(&mut text).map_err(|error| exit::file(path, &error))?;
    // Some editors write a byte order mark.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
