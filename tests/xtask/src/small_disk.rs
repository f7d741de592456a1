//! A small disk for the stories that need one really full (`tests/stories`): a tmpfs, where one may be mounted.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tools;

/// The variable by which a test is told where it lies.
pub const SMALL_DISK: &str = "VIGIE_SMALL_DISK";

/// Unmounted when dropped.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts one for a stage. `None`, and why, where that is not allowed: the tests then say what they skip.
    pub fn mount(stage: &str) -> Option<Self> {
        // The smallest Debian has no `mount`.
        let _ = tools::debian("mount", "mount");
        let folder = tools::under_target(&format!("small-disk/{stage}")).ok()?;
        std::fs::create_dir_all(&folder).ok()?;
        // What a run that was killed left behind.
        unmounted(&folder);
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(&folder);
        let mounted = mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        if !mounted {
            println!("no small disk: a tmpfs cannot be mounted here (needs root)");
            return None;
        }
        Some(Self(folder))
    }

    /// What a command is to be run with, so that its tests find the disk.
    pub fn env(disk: Option<&Self>) -> Vec<(&str, &str)> {
        disk.and_then(|disk| Some((SMALL_DISK, disk.0.to_str()?))).into_iter().collect()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        unmounted(&self.0);
    }
}

/// Nothing is mounted there any more; it may never have been.
fn unmounted(folder: &Path) {
    let _ = Command::new("umount").arg("--quiet").arg(folder).stderr(Stdio::null()).status();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_disk_is_full_after_four_mebibytes_and_gone_afterwards() {
        let Some(disk) = SmallDisk::mount("test") else { return };
        let folder = disk.0.clone();
        assert_eq!(SmallDisk::env(Some(&disk)), [(SMALL_DISK, folder.to_str().unwrap())]);
        std::fs::write(folder.join("half"), vec![0; 2 << 20]).unwrap();
        let full = std::fs::write(folder.join("more"), vec![0; 3 << 20]).unwrap_err();
        assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
        // As a run that was killed leaves it.
        std::mem::forget(disk);
        let disk = SmallDisk::mount("test").unwrap();
        assert_eq!(
            std::fs::read_dir(&folder).unwrap().count(),
            0,
            "another disk, and an empty one"
        );
        drop(disk);
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
    }
}
