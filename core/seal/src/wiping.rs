//! An allocator that wipes what is given back.
//!
//! A diary passes through many hands before it is shown: strings that grow, maps that are dropped, buffers of libraries
//! that know nothing of secrets. Wiping each of them by hand would be forgotten somewhere; wiping every block of memory
//! when it is freed is not.

use std::alloc::System;
use zeroizing_alloc::ZeroAlloc;

/// See [`WIPING_ALLOCATOR`].
pub type WipingAllocator = ZeroAlloc<System>;

/// For `#[global_allocator]` in every program and library that is handed to a person: then nothing the diary said is left
/// in freed memory. Stacks, and what C libraries allocate themselves (SQLite: sealed bytes only), are not reached by it.
pub const WIPING_ALLOCATOR: WipingAllocator = ZeroAlloc(System);
