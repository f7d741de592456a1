//! The file system SQLite is given in place of its own: asks `disk`, then hands on to the real one. One of two files with `unsafe`.
//!
//! Each open file is one of ours, followed in memory by the real one (`szOsFile` asks SQLite for room for both). The real
//! disk is never waited for: what a sync is worth is `disk`'s to say, and no machine is turned off for these tests.

#![allow(unsafe_code, reason = "SQLite takes a file system only as C functions")]

use crate::disk::{self, Handle, Verdict};
use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods, sqlite3_vfs};
use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::Path;
use std::ptr::{null, null_mut};
use std::sync::OnceLock;

/// An open file. The real one begins right behind it; eight bytes are all the alignment SQLite promises either.
#[repr(C)]
struct File {
    base: sqlite3_file,
    handle: *mut Handle,
    /// The connection's own place for its address, once SQLite has told (`SQLITE_FCNTL_PDB`).
    connection: *const *mut ffi::sqlite3,
}

/// The system's own file system, as a number: a pointer would not go between threads, this one may.
static REAL: OnceLock<usize> = OnceLock::new();

/// SQLite calls a missing function of these only if the version says it is there. Version 1: no shared memory, no mapped
/// files. The vault says it needs neither.
static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_lock),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// Puts this file system under every connection opened from now on, once.
pub(crate) fn install() {
    REAL.get_or_init(|| {
        // SAFETY: the default file system stays valid for ever, as its copy does, which is never freed. Everything in the
        // copy that is not replaced is made to be called with any `sqlite3_vfs` that has the original's `pAppData`.
        unsafe {
            let real = ffi::sqlite3_vfs_find(null());
            let mut ours = *real;
            ours.szOsFile += c_int::try_from(size_of::<File>()).unwrap_or(0);
            ours.zName = c"vigie-faults".as_ptr();
            ours.pNext = null_mut();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            let done = ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1);
            assert_eq!(done, ffi::SQLITE_OK, "sqlite3_vfs_register");
            real as usize
        }
    });
}

fn real_vfs() -> *mut sqlite3_vfs {
    REAL.get().copied().unwrap_or_default() as *mut sqlite3_vfs
}

/// The real file behind one of ours.
///
/// # Safety
/// `file` was given to [`open`].
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite set aside room for the real file behind ours.
    unsafe { file.cast::<File>().add(1).cast() }
}

/// Calls a method of the real file.
macro_rules! pass_on {
    ($file:ident . $method:ident ( $($argument:expr),* )) => {{
        // SAFETY: `file` was opened by us and its real file is open; the arguments are SQLite's own, passed on unchanged.
        unsafe {
            let real = real($file);
            match (*(*real).pMethods).$method {
                Some(method) => method(real, $($argument),*),
                None => ffi::SQLITE_IOERR,
            }
        }
    }};
}

/// What `disk` knows of the file.
///
/// # Safety
/// `file` was opened by [`open`], is not closed, and nothing else refers to its handle: SQLite uses a file from one thread.
unsafe fn handle<'a>(file: *mut sqlite3_file) -> &'a mut Handle {
    // SAFETY: `open` put a box there, which `close` takes back.
    unsafe { &mut *(*file.cast::<File>()).handle }
}

/// # Safety
/// `name` is null or a C string.
unsafe fn path<'a>(name: *const c_char) -> Option<&'a Path> {
    if name.is_null() {
        return None;
    }
    // SAFETY: not null, so a C string.
    unsafe { CStr::from_ptr(name) }.to_str().ok().map(Path::new)
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    flags_out: *mut c_int,
) -> c_int {
    let vfs = real_vfs();
    // SAFETY: SQLite calls this with room for `szOsFile` bytes at `file`, and with `name` and `flags_out` as the real one
    // takes them. `pMethods` is null until the file is open, as SQLite wants it after an error.
    unsafe {
        (*file).pMethods = null();
        let Some(xopen) = (*vfs).xOpen else { return ffi::SQLITE_CANTOPEN };
        let done = xopen(vfs, name, real(file), flags, flags_out);
        if done != ffi::SQLITE_OK {
            return done;
        }
        let is_log = flags & (ffi::SQLITE_OPEN_WAL | ffi::SQLITE_OPEN_MAIN_JOURNAL) != 0
            && flags & ffi::SQLITE_OPEN_CREATE != 0;
        let known = Box::into_raw(Box::new(disk::opened(path(name), is_log)));
        let base = sqlite3_file { pMethods: &raw const METHODS };
        file.cast::<File>().write(File { base, handle: known, connection: null() });
        done
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    let vfs = real_vfs();
    // SAFETY: `name` is SQLite's.
    unsafe {
        let verdict = path(name).map_or(Verdict::Do, |path| disk::delete(path, sync != 0));
        match (verdict, (*vfs).xDelete) {
            (Verdict::Do, Some(xdelete)) => disk::pass_on(|| xdelete(vfs, name, 0)),
            (Verdict::Refuse(code) | Verdict::Half(_, code), _) => code,
            (Verdict::Do, None) => ffi::SQLITE_IOERR_DELETE,
        }
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let done = pass_on!(file.xClose());
    // SAFETY: the handle is the box `open` made; SQLite closes a file once.
    unsafe {
        drop(Box::from_raw((*file.cast::<File>()).handle));
        (*file).pMethods = null();
    }
    done
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    len: c_int,
    at: i64,
) -> c_int {
    let (size, place) = (usize::try_from(len).unwrap_or(0), usize::try_from(at).unwrap_or(0));
    // SAFETY: SQLite gives `len` bytes at `from`; the file is open.
    let verdict = unsafe {
        disk::write(handle(file), place, std::slice::from_raw_parts(from.cast::<u8>(), size))
    };
    match verdict {
        Verdict::Do => disk::pass_on(|| pass_on!(file.xWrite(from, len, at))),
        Verdict::Refuse(code) => code,
        Verdict::Half(part, code) => {
            let part = c_int::try_from(part).unwrap_or(0);
            let _ = disk::pass_on(|| pass_on!(file.xWrite(from, part, at)));
            code
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, len: i64) -> c_int {
    // SAFETY: the file is open.
    match disk::truncate(unsafe { handle(file) }, usize::try_from(len).unwrap_or(0)) {
        Verdict::Do => pass_on!(file.xTruncate(len)),
        Verdict::Refuse(code) | Verdict::Half(_, code) => code,
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    // SAFETY: the file is open.
    match disk::sync(unsafe { handle(file) }) {
        Verdict::Do => ffi::SQLITE_OK,
        Verdict::Refuse(code) | Verdict::Half(_, code) => code,
    }
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    len: c_int,
    at: i64,
) -> c_int {
    pass_on!(file.xRead(into, len, at))
}

unsafe extern "C" fn size(file: *mut sqlite3_file, into: *mut i64) -> c_int {
    pass_on!(file.xFileSize(into))
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass_on!(file.xLock(level))
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass_on!(file.xUnlock(level))
}

unsafe extern "C" fn check_lock(file: *mut sqlite3_file, into: *mut c_int) -> c_int {
    pass_on!(file.xCheckReservedLock(into))
}

unsafe extern "C" fn control(file: *mut sqlite3_file, op: c_int, argument: *mut c_void) -> c_int {
    // SAFETY: the file is open. With PDB SQLite gives the address of the place where the connection's address is, which
    // outlives the file; every setting comes as a PRAGMA of that connection, which is open then.
    unsafe {
        let ours = file.cast::<File>();
        if op == ffi::SQLITE_FCNTL_PDB {
            (*ours).connection = argument.cast();
        }
        if op == ffi::SQLITE_FCNTL_PRAGMA
            && !(*ours).connection.is_null()
            && let Some(pages) = disk::checkpoint_pages()
        {
            ffi::sqlite3_wal_autocheckpoint(*(*ours).connection, c_int::from(pages));
        }
    }
    pass_on!(file.xFileControl(op, argument))
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    pass_on!(file.xSectorSize())
}

unsafe extern "C" fn characteristics(file: *mut sqlite3_file) -> c_int {
    pass_on!(file.xDeviceCharacteristics())
}
