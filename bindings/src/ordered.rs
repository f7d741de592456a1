//! Maps and sets that keep their order on the way over: uniffi knows those without one, and these cross in the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use uniffi::deps::anyhow::Result;
use uniffi::deps::bytes::{Buf, BufMut};
use uniffi::metadata::codes::{TYPE_HASH_MAP, TYPE_HASH_SET};
use uniffi::{Lift, Lower, MetadataBuffer, RustBuffer, TypeId, check_remaining};

use crate::UniFfiTag;

fn put_length(length: usize, buffer: &mut Vec<u8>) {
    // More than two thousand million would not have fitted in memory.
    buffer.put_i32(i32::try_from(length).unwrap_or(i32::MAX));
}

fn length(buffer: &mut &[u8]) -> Result<usize> {
    check_remaining(buffer, 4)?;
    Ok(usize::try_from(buffer.get_i32())?)
}

// SAFETY: the same bytes as uniffi's own `HashMap` writes and reads, whose type code this is.
unsafe impl<K: Lower<UniFfiTag>, V: Lower<UniFfiTag>> Lower<UniFfiTag> for BTreeMap<K, V> {
    type FfiType = RustBuffer;

    fn write(map: Self, buffer: &mut Vec<u8>) {
        put_length(map.len(), buffer);
        for (key, value) in map {
            K::write(key, buffer);
            V::write(value, buffer);
        }
    }

    fn lower(map: Self) -> RustBuffer {
        Self::lower_into_rust_buffer(map)
    }
}

// SAFETY: as above.
unsafe impl<K: Lift<UniFfiTag> + Ord, V: Lift<UniFfiTag>> Lift<UniFfiTag> for BTreeMap<K, V> {
    type FfiType = RustBuffer;

    fn try_read(buffer: &mut &[u8]) -> Result<Self> {
        (0..length(buffer)?).map(|_| Ok((K::try_read(buffer)?, V::try_read(buffer)?))).collect()
    }

    fn try_lift(buffer: RustBuffer) -> Result<Self> {
        Self::try_lift_from_rust_buffer(buffer)
    }
}

impl<K: TypeId<UniFfiTag>, V: TypeId<UniFfiTag>> TypeId<UniFfiTag> for BTreeMap<K, V> {
    const TYPE_ID_META: MetadataBuffer =
        MetadataBuffer::from_code(TYPE_HASH_MAP).concat(K::TYPE_ID_META).concat(V::TYPE_ID_META);
}

// SAFETY: the same bytes as uniffi's own `HashSet` writes and reads, whose type code this is.
unsafe impl<T: Lower<UniFfiTag>> Lower<UniFfiTag> for BTreeSet<T> {
    type FfiType = RustBuffer;

    fn write(set: Self, buffer: &mut Vec<u8>) {
        put_length(set.len(), buffer);
        for one in set {
            T::write(one, buffer);
        }
    }

    fn lower(set: Self) -> RustBuffer {
        Self::lower_into_rust_buffer(set)
    }
}

// SAFETY: as above.
unsafe impl<T: Lift<UniFfiTag> + Ord> Lift<UniFfiTag> for BTreeSet<T> {
    type FfiType = RustBuffer;

    fn try_read(buffer: &mut &[u8]) -> Result<Self> {
        (0..length(buffer)?).map(|_| T::try_read(buffer)).collect()
    }

    fn try_lift(buffer: RustBuffer) -> Result<Self> {
        Self::try_lift_from_rust_buffer(buffer)
    }
}

impl<T: TypeId<UniFfiTag>> TypeId<UniFfiTag> for BTreeSet<T> {
    const TYPE_ID_META: MetadataBuffer =
        MetadataBuffer::from_code(TYPE_HASH_SET).concat(T::TYPE_ID_META);
}

uniffi::derive_ffi_traits!(impl<K, V> LowerReturn<UniFfiTag> for BTreeMap<K, V> where BTreeMap<K, V>: Lower<UniFfiTag>);
uniffi::derive_ffi_traits!(impl<K, V> LiftReturn<UniFfiTag> for BTreeMap<K, V> where BTreeMap<K, V>: Lift<UniFfiTag>);
uniffi::derive_ffi_traits!(impl<K, V> LiftRef<UniFfiTag> for BTreeMap<K, V> where BTreeMap<K, V>: Lift<UniFfiTag>);
uniffi::derive_ffi_traits!(impl<T> LowerReturn<UniFfiTag> for BTreeSet<T> where BTreeSet<T>: Lower<UniFfiTag>);
uniffi::derive_ffi_traits!(impl<T> LiftReturn<UniFfiTag> for BTreeSet<T> where BTreeSet<T>: Lift<UniFfiTag>);
