//! Associated data: what ties each sealed thing to its journal, its place there and its epoch.

use std::io::Write as _;
use vigie_seal::{ENVELOPE_VERSION, KeyScope};

const DOMAIN: &[u8; 11] = b"vigie vault";

/// The version of these bindings, the same since format 1: a newer file format does not seal everything anew.
const BINDING: u16 = 1;

const BINDING_LEN: usize = DOMAIN.len() + 2 + 16 + 2 + 16 + 4 + 1;

/// The table, or part of one, in which a sealed thing lies.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// A row of `records`.
    Record,
    /// The one row of `manifest`.
    Manifest,
    /// A slot of the header, of this kind.
    Slot(u8),
    /// A part of an attachment: a row of `chunks`.
    Chunk,
    /// Records moved together: a row of `segments`.
    Segment,
    /// A file beside the journal, of this kind.
    Aside(u8),
}

/// `domain | binding version | store id | place | id | epoch | envelope version`. Every field has a fixed length, so no two different
/// bindings give the same bytes.
pub(crate) fn bind(scope: &KeyScope, place: Place, id: &[u8; 16]) -> [u8; BINDING_LEN] {
    let place = match place {
        Place::Record => [1, 0],
        Place::Manifest => [2, 0],
        Place::Slot(kind) => [3, kind],
        Place::Chunk => [4, 0],
        Place::Segment => [5, 0],
        Place::Aside(kind) => [6, kind],
    };
    let (version, epoch) = (BINDING.to_le_bytes(), scope.epoch.0.to_le_bytes());
    join([DOMAIN, &version, scope.store.as_bytes(), &place, id, &epoch, &[ENVELOPE_VERSION]])
}

/// As [`bind`], for the `n`th part of the attachment `blob`. Longer than any other binding, so it is none of them.
pub(crate) fn bind_chunk(scope: &KeyScope, blob: &[u8; 16], n: u32) -> [u8; BINDING_LEN + 4] {
    join([&bind(scope, Place::Chunk, blob), &n.to_le_bytes()])
}

/// Fields of fixed lengths, one after the other; on the stack, since this is done for every record read.
pub(crate) fn join<const N: usize, const M: usize>(fields: [&[u8]; M]) -> [u8; N] {
    let mut joined = [0; N];
    let mut rest = joined.as_mut_slice();
    let fits = fields.iter().all(|field| rest.write_all(field).is_ok());
    debug_assert!(fits && rest.is_empty(), "the fields fill the array exactly");
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use vigie_seal::{Epoch, StoreId};

    #[test]
    fn every_store_place_id_and_epoch_binds_differently() {
        let mut seen = HashSet::new();
        for store in [[0; 16], [1; 16]] {
            for epoch in [1, 2] {
                let scope = KeyScope { store: StoreId::new(store), epoch: Epoch(epoch) };
                for place in [
                    Place::Record,
                    Place::Manifest,
                    Place::Slot(0),
                    Place::Slot(1),
                    Place::Chunk,
                    Place::Segment,
                    Place::Aside(0),
                    Place::Aside(1),
                    Place::Aside(2),
                ] {
                    for id in [[0; 16], [1; 16]] {
                        assert!(seen.insert(bind(&scope, place, &id)));
                    }
                }
            }
        }
    }
}
