//! Segments: many old records sealed as one row, so that ten years open about as fast as one.
//!
//! A record is written alone, in a row of its own. When there are many, an opening moves the older of these rows together
//! into segments of some dozens. Each keeps its place, its name and the tag it was first sealed under, so the chain over all
//! records is the same before and after: what the manifest counts and the anchor knows does not change.

use crate::binding::{Place, bind, join};
use crate::error::VaultError;
use crate::ids::RecordId;
use crate::record::{Link, Record};
use crate::store::Store;
use crate::vault::Keys;
use serde::{Deserialize, Serialize};
use vigie_seal::{KeyScope, SealingKey, TAG_LEN};
use zeroize::Zeroizing;

/// Rows of single records from which some are moved into segments.
const FOLD_FROM: usize = 128;

/// Of these the latest stay as they are.
const KEEP_SINGLE: usize = 64;

/// Records in a segment, and bytes after which it takes no more.
const MOST_RECORDS: usize = 64;
const ENOUGH_BYTES: usize = 128 << 10;

/// Longer records, a note of many pages, stay as they are.
const LONGEST: usize = 64 << 10;

/// An id and a tag.
const NAME_LEN: usize = 16 + TAG_LEN;

const CORRUPT: VaultError = VaultError::Corrupt { what: "segment" };

/// One record in a segment.
#[derive(Serialize, Deserialize)]
struct Folded<'a> {
    seq: u64,
    /// Its id, and the tag of the row it was written as. As bytes: an array would be read one byte at a time.
    #[serde(with = "bytes", borrow)]
    name: &'a [u8],
    #[serde(with = "bytes", borrow)]
    payload: &'a [u8],
}

/// A slice as the bytes it is, and not as a sequence of numbers.
mod bytes {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        bytes: &&[u8],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'de [u8], D::Error> {
        <&[u8]>::deserialize(from)
    }
}

/// What a segment is bound to: it has no name but its first record's place.
fn name(first: u64) -> [u8; 16] {
    (u128::from(first)).to_le_bytes()
}

/// Seals records that follow each other as one.
pub(crate) fn seal(
    key: &SealingKey,
    scope: &KeyScope,
    records: &[(Link, Record)],
) -> Result<(u64, Vec<u8>), VaultError> {
    let first = records.first().map_or(0, |(link, _)| link.seq);
    let names: Vec<[u8; NAME_LEN]> =
        records.iter().map(|(link, _)| join([link.id.as_bytes(), &link.tag])).collect();
    let folded: Vec<Folded<'_>> = records
        .iter()
        .zip(&names)
        .map(|((link, record), name)| Folded { seq: link.seq, name, payload: &record.payload })
        .collect();
    // Room for everything: a vector that grew would leave copies behind.
    let bytes: usize = records.iter().map(|(_, record)| record.payload.len() + 64).sum();
    let plain = postcard::to_extend(&folded, Vec::with_capacity(bytes + 16));
    let plain = Zeroizing::new(plain.map_err(|_| VaultError::TooLarge)?);
    Ok((first, key.seal(&bind(scope, Place::Segment, &name(first)), &plain)?))
}

/// Opens a segment and hands over its records in their order.
pub(crate) fn open(
    key: &SealingKey,
    scope: &KeyScope,
    (first, sealed): (u64, &[u8]),
    mut each: impl FnMut(Link, Record) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let plain =
        key.open(&bind(scope, Place::Segment, &name(first)), sealed).map_err(|_| CORRUPT)?;
    let (count, mut rest) = postcard::take_from_bytes::<u64>(&plain).map_err(|_| CORRUPT)?;
    for _ in 0..count {
        let (folded, after) = postcard::take_from_bytes::<Folded<'_>>(rest).map_err(|_| CORRUPT)?;
        rest = after;
        let (id, tag) = folded.name.split_first_chunk().ok_or(CORRUPT)?;
        let (seq, id) = (folded.seq, RecordId::new(*id));
        let tag = tag.try_into().map_err(|_| CORRUPT)?;
        let payload = Zeroizing::new(folded.payload.to_vec());
        each(Link { seq, id, tag }, Record { id, seq, payload })?;
    }
    if rest.is_empty() { Ok(()) } else { Err(CORRUPT) }
}

/// Moves older single records together, when there are many. The journal is the same one before, in between and after.
pub(crate) fn fold(store: &mut Store, keys: &Keys) -> Result<(), VaultError> {
    // Where there may have been no room lately, what there is now is for what the person says next.
    if store.row_count()? < FOLD_FROM || store.is_behind() {
        return Ok(());
    }
    store.settle()?;
    let moved = move_together(store, keys);
    // All of it went through the `-wal` file, also when it did not work for want of room: what that took is given back, or
    // there would be none for what the person says next.
    let given_back = store.fold();
    moved.and(given_back)
}

fn move_together(store: &mut Store, keys: &Keys) -> Result<(), VaultError> {
    let mut single = Vec::new();
    store.for_each_row(|row| {
        single.push((row.link()?, row.open(&keys.record, &keys.scope)?));
        Ok(())
    })?;
    single.truncate(single.len().saturating_sub(KEEP_SINGLE));
    let batch = store.begin()?;
    for group in groups(&single) {
        let (first, sealed) = seal(&keys.record, &keys.scope, group)?;
        batch.add_segment(first, &sealed)?;
        for (link, _) in group {
            batch.remove(link.seq)?;
        }
    }
    batch.commit()?;
    store.tidy()
}

/// The records that make a segment together. One alone, or one that is too long, makes none.
fn groups(records: &[(Link, Record)]) -> Vec<&[(Link, Record)]> {
    let mut groups = Vec::new();
    for short in records.split(|(_, record)| record.payload.len() > LONGEST) {
        let mut rest = short;
        while !rest.is_empty() {
            let mut bytes = 0;
            let fits = rest.iter().take(MOST_RECORDS).take_while(|(_, record)| {
                let before = bytes;
                bytes += record.payload.len();
                before < ENOUGH_BYTES
            });
            let (group, after) = rest.split_at(fits.count());
            rest = after;
            if group.len() > 1 {
                groups.push(group);
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use vigie_seal::{Epoch, RootKey, StoreId};

    fn record(seq: u64, length: usize) -> (Link, Record) {
        let id = RecordId::new(u128::from(seq).to_be_bytes());
        let payload = Zeroizing::new(vec![u8::try_from(seq % 251).unwrap(); length]);
        (Link { seq, id, tag: [7; TAG_LEN] }, Record { id, seq, payload })
    }

    fn scope(epoch: u32) -> KeyScope {
        KeyScope { store: StoreId::new([1; 16]), epoch: Epoch(epoch) }
    }

    #[test]
    fn a_segment_opens_only_where_it_was_sealed() {
        let key = RootKey::make().unwrap().derive_record_key(&scope(1));
        let records: Vec<_> = (5..9).map(|seq| record(seq, 100)).collect();
        let (first, sealed) = seal(&key, &scope(1), &records).unwrap();
        assert_eq!(first, 5);
        let mut found = Vec::new();
        open(&key, &scope(1), (5, &sealed), |link, record| {
            found.push((link.seq, record.id, record.payload.to_vec()));
            Ok(())
        })
        .unwrap();
        let expected: Vec<_> =
            records.iter().map(|(l, r)| (l.seq, r.id, r.payload.to_vec())).collect();
        assert_eq!(found, expected);
        let nothing = |_, _| panic!("nothing of it is handed over");
        assert_eq!(open(&key, &scope(1), (6, &sealed), nothing), Err(CORRUPT));
        assert_eq!(open(&key, &scope(2), (5, &sealed), nothing), Err(CORRUPT));
        // A record's row is no segment.
        let row = key.seal(&bind(&scope(1), Place::Record, &name(5)), b"x").unwrap();
        assert_eq!(open(&key, &scope(1), (5, &row), nothing), Err(CORRUPT));
    }

    proptest! {
        #[test]
        fn groups_hold_neighbours_and_lose_none_of_the_short_ones(lengths in prop::collection::vec(prop_oneof![8 => 0_usize..300, 1 => 60_000_usize..70_000], 0..300)) {
            let records: Vec<_> = (1..).zip(&lengths).map(|(seq, length)| record(seq, *length)).collect();
            let groups = groups(&records);
            for group in &groups {
                prop_assert!((2..=MOST_RECORDS).contains(&group.len()));
                prop_assert!(group.windows(2).all(|pair| pair[0].0.seq + 1 == pair[1].0.seq));
                prop_assert!(group.iter().all(|(_, record)| record.payload.len() <= LONGEST));
                let bytes: usize = group.iter().map(|(_, record)| record.payload.len()).sum();
                prop_assert!(bytes <= ENOUGH_BYTES + LONGEST);
            }
            let seqs: Vec<u64> = groups.iter().flat_map(|group| group.iter().map(|(link, _)| link.seq)).collect();
            prop_assert!(seqs.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
