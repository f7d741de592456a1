//! The calls by which a program changes files without SQLite, seen by `disk`: these functions stand before the C library's of
//! the same name. They do what those do; only a sync in a watched folder is not waited for.

#![allow(unsafe_code, reason = "the C library's calls, under their own names")]

use crate::disk;
use libc::{c_char, c_int, c_void, size_t, ssize_t};
use std::ffi::CStr;
use std::path::{Path, PathBuf};

/// Names the functions, so that a linker which takes only what is asked for takes them.
pub(crate) fn install() {
    let all = [write as *const () as usize, fsync as *const () as usize];
    std::hint::black_box((all, rename as *const () as usize, unlink as *const () as usize));
}

fn path_of(file: c_int) -> Option<PathBuf> {
    std::fs::read_link(format!("/proc/self/fd/{file}")).ok()
}

/// # Safety
/// `name` is a C string.
unsafe fn path<'a>(name: *const c_char) -> Option<&'a Path> {
    // SAFETY: the caller's.
    unsafe { CStr::from_ptr(name) }.to_str().ok().map(Path::new)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn write(file: c_int, from: *const c_void, len: size_t) -> ssize_t {
    // SAFETY: the arguments are passed on as they are.
    let done = unsafe { libc::syscall(libc::SYS_write, file, from, len) };
    if let (Ok(written), true) = (usize::try_from(done), disk::is_watching())
        && let Some(path) = path_of(file)
    {
        // SAFETY: so many bytes from there were written, and the place after them is asked for.
        let (bytes, end) = unsafe {
            let bytes = std::slice::from_raw_parts(from.cast::<u8>(), written);
            (bytes, libc::lseek(file, 0, libc::SEEK_CUR))
        };
        let at = usize::try_from(end).unwrap_or(0).saturating_sub(written);
        disk::program_writes(&path, at, bytes);
    }
    ssize_t::try_from(done).unwrap_or(-1)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fsync(file: c_int) -> c_int {
    if disk::is_watching() && path_of(file).is_some_and(|path| disk::program_syncs(&path)) {
        return 0;
    }
    // SAFETY: the argument is passed on as it is.
    c_int::try_from(unsafe { libc::syscall(libc::SYS_fsync, file) }).unwrap_or(-1)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let here = libc::AT_FDCWD;
    // SAFETY: the arguments are passed on as they are. Not every machine has the older call of two arguments.
    let done = unsafe { libc::syscall(libc::SYS_renameat2, here, from, here, to, 0) };
    if done == 0 && disk::is_watching() {
        // SAFETY: both are C strings, or the call would have failed.
        let paths = unsafe { (path(from), path(to)) };
        if let (Some(from), Some(to)) = paths {
            disk::program_renames(from, to);
        }
    }
    c_int::try_from(done).unwrap_or(-1)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlink(name: *const c_char) -> c_int {
    // SAFETY: the argument is passed on as it is.
    let done = unsafe { libc::syscall(libc::SYS_unlinkat, libc::AT_FDCWD, name, 0) };
    if done == 0 && disk::is_watching() {
        // SAFETY: a C string, or the call would have failed.
        if let Some(path) = unsafe { path(name) } {
            disk::program_removes(path);
        }
    }
    c_int::try_from(done).unwrap_or(-1)
}
