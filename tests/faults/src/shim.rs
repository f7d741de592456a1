//! SQLite's own file system (`sqlite3_vfs`) with our disk between it and SQLite: the one file with unsafe code.
//!
//! <https://www.sqlite.org/vfs.html>. A shim: every call goes on to the file system that SQLite had by default. Only the
//! first version of the file methods is offered, which is enough for a `-wal` file in exclusive locking mode.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::size_of;
use std::ptr::{self, addr_of_mut};
use std::sync::Once;

use rusqlite::ffi;

use crate::disk::{Call, OpKind, Refusal, state};

/// One open file: SQLite gives us room for this and, behind it, for the file system's own.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    /// Its name, leaked: a test opens few files.
    name: *const str,
}

/// The file system that does the work.
static mut BELOW: *mut ffi::sqlite3_vfs = ptr::null_mut();
static mut SHIM: Option<ffi::sqlite3_vfs> = None;
static REGISTERED: Once = Once::new();

/// Makes our disk SQLite's default.
pub(crate) fn register() {
    REGISTERED.call_once(|| {
        // SAFETY: `Once` lets one thread in, before any database is opened over the shim; the statics live for ever and
        // are not written again.
        unsafe {
            ffi::sqlite3_initialize();
            let below = ffi::sqlite3_vfs_find(ptr::null());
            assert!(!below.is_null(), "SQLite has no file system");
            BELOW = below;
            let mut shim = *below;
            shim.szOsFile += c_int::try_from(size_of::<File>()).unwrap_or(0);
            shim.zName = c"vigie-faults".as_ptr();
            shim.pNext = ptr::null_mut();
            shim.xOpen = Some(open);
            shim.xDelete = Some(delete);
            // The rest is asked of the file system below, which takes itself from `pAppData` and the like.
            SHIM = Some(shim);
            let shim = (*addr_of_mut!(SHIM)).as_mut().map_or(ptr::null_mut(), ptr::from_mut);
            assert_eq!(ffi::sqlite3_vfs_register(shim, 1), ffi::SQLITE_OK);
        }
    });
}

/// The file system's own file, which lies behind ours.
///
/// # Safety
/// `file` was opened by [`open`].
unsafe fn below(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: SQLite allocated `szOsFile` bytes: ours and behind them those of the file below.
    unsafe { file.cast::<u8>().add(size_of::<File>()).cast() }
}

/// # Safety
/// `file` was opened by [`open`].
unsafe fn name<'a>(file: *mut ffi::sqlite3_file) -> &'a str {
    // SAFETY: `open` set it to a leaked string.
    unsafe { &*(*file.cast::<File>()).name }
}

unsafe fn last_part(path: *const c_char) -> String {
    if path.is_null() {
        return String::new();
    }
    // SAFETY: SQLite hands over strings that end with a zero.
    let path = unsafe { CStr::from_ptr(path) }.to_string_lossy();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: called by SQLite with room of `szOsFile` bytes at `file`; the file below is opened into its part of it.
    unsafe {
        (*file.cast::<File>()).name = Box::leak(last_part(path).into_boxed_str());
        let lower = BELOW;
        let Some(open) = (*lower).xOpen else { return ffi::SQLITE_ERROR };
        let result = open(lower, path, below(file), flags, out_flags);
        // SQLite closes a file exactly when it has methods, also after a failed opening.
        let opened = !(*below(file)).pMethods.is_null();
        (*file).pMethods = if opened { &raw const METHODS } else { ptr::null() };
        result
    }
}

unsafe extern "C" fn delete(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    sync_dir: c_int,
) -> c_int {
    // SAFETY: `BELOW` was set by `register`; `path` comes from SQLite.
    unsafe {
        let name = last_part(path);
        let lower = BELOW;
        let Some(delete) = (*lower).xDelete else { return ffi::SQLITE_ERROR };
        let result = delete(lower, path, sync_dir);
        if result == ffi::SQLITE_OK {
            state().note(&name, || OpKind::Delete);
        }
        result
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// Hands a call on to the file below.
macro_rules! on {
    ($method:ident, $file:expr $(, $arg:expr)*) => {{
        // SAFETY: SQLite calls this only for a file that `open` opened, so the file below has its methods.
        unsafe {
            let lower = below($file);
            match (*(*lower).pMethods).$method {
                Some(method) => method(lower $(, $arg)*),
                None => ffi::SQLITE_ERROR,
            }
        }
    }};
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    on!(xClose, file)
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    bytes: *mut c_void,
    length: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    on!(xRead, file, bytes, length, at)
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    let refusal = state().refusal(Call::Write);
    let length = match refusal {
        None => length,
        Some(Refusal::ShortThenFull) => length / 2,
        Some(Refusal::Full) => return ffi::SQLITE_FULL,
        Some(Refusal::Io) => return ffi::SQLITE_IOERR_WRITE,
    };
    let result = on!(xWrite, file, bytes, length, at);
    if result == ffi::SQLITE_OK {
        let (at, length) = (u64::try_from(at).unwrap_or(0), usize::try_from(length).unwrap_or(0));
        // SAFETY: SQLite hands over `length` bytes, and our file.
        let (written, name) =
            unsafe { (std::slice::from_raw_parts(bytes.cast::<u8>(), length), name(file)) };
        state().note(name, || OpKind::Write(at, written.to_vec()));
    }
    if refusal.is_some() { ffi::SQLITE_FULL } else { result }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    match state().refusal(Call::Truncate) {
        None => {}
        Some(Refusal::Io) => return ffi::SQLITE_IOERR_TRUNCATE,
        Some(_) => return ffi::SQLITE_FULL,
    }
    let result = on!(xTruncate, file, size);
    if result == ffi::SQLITE_OK {
        // SAFETY: our file.
        let name = unsafe { name(file) };
        state().note(name, || OpKind::Truncate(u64::try_from(size).unwrap_or(0)));
    }
    result
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    match state().refusal(Call::Sync) {
        None => {}
        Some(Refusal::Io) => return ffi::SQLITE_IOERR_FSYNC,
        Some(_) => return ffi::SQLITE_FULL,
    }
    // The real disk is not asked to: this process is not killed, and what was synced stands in the log.
    // SAFETY: our file.
    let name = unsafe { name(file) };
    state().note(name, || OpKind::Sync);
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(
    file: *mut ffi::sqlite3_file,
    size: *mut ffi::sqlite3_int64,
) -> c_int {
    on!(xFileSize, file, size)
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    on!(xLock, file, level)
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    on!(xUnlock, file, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, held: *mut c_int) -> c_int {
    on!(xCheckReservedLock, file, held)
}

unsafe extern "C" fn file_control(
    file: *mut ffi::sqlite3_file,
    op: c_int,
    arg: *mut c_void,
) -> c_int {
    on!(xFileControl, file, op, arg)
}

unsafe extern "C" fn sector_size(file: *mut ffi::sqlite3_file) -> c_int {
    on!(xSectorSize, file)
}

unsafe extern "C" fn device_characteristics(file: *mut ffi::sqlite3_file) -> c_int {
    on!(xDeviceCharacteristics, file)
}
