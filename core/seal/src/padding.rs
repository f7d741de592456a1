//! Padding, so that the length of a sealed record says little about what was written.
//!
//! ISO/IEC 7816-4: one byte `0x80`, then zeros up to the next multiple of [`BUCKET`]. It needs no length field, and the
//! payload starts at the first byte, so opening moves nothing.

/// Plaintexts are padded to a multiple of this many bytes. An ordinary daily entry fits in one bucket.
pub const BUCKET: usize = 256;

const MARK: u8 = 0x80;

/// Zeros that are compared in one step; divides [`BUCKET`].
const WORD: usize = 16;

/// The padded length of a payload; at least one byte of padding is always added. `None` when it does not fit a `usize`.
pub(crate) fn padded_len(payload: usize) -> Option<usize> {
    payload.checked_add(1)?.checked_next_multiple_of(BUCKET)
}

/// Pads what stands in `bytes` from `start` to its end.
pub(crate) fn pad(bytes: &mut Vec<u8>, start: usize) -> Option<()> {
    let end = start.checked_add(padded_len(bytes.len().checked_sub(start)?)?)?;
    bytes.push(MARK);
    bytes.resize(end, 0);
    Some(())
}

/// How many bytes of a padded text are payload; `None` when it is not padded as [`pad`] does.
pub(crate) fn payload_len(padded: &[u8]) -> Option<usize> {
    if padded.is_empty() || !padded.len().is_multiple_of(BUCKET) {
        return None;
    }
    // Sixteen zeros at a time: byte by byte, this is a tenth of opening a journal.
    let zeros = padded.rchunks_exact(WORD).take_while(|word| **word == [0; WORD]).count() * WORD;
    let rest = padded.get(..padded.len().checked_sub(zeros)?)?;
    let mark = rest.iter().rposition(|byte| *byte != 0)?;
    let canonical = padded.get(mark) == Some(&MARK) && padded.len() - mark <= BUCKET;
    canonical.then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn padding_comes_off_again(payload: Vec<u8>, prefix in 0_usize..20) {
            let mut bytes = vec![0xFF; prefix];
            bytes.extend_from_slice(&payload);
            pad(&mut bytes, prefix).unwrap();
            let padded = &bytes[prefix..];
            prop_assert_eq!(padded.len() % BUCKET, 0);
            prop_assert_eq!(Some(padded.len()), padded_len(payload.len()));
            prop_assert_eq!(&padded[..payload_len(padded).unwrap()], &payload[..]);
        }
    }

    #[test]
    fn lengths_in_one_bucket_look_the_same() {
        assert_eq!(padded_len(0), Some(256));
        assert_eq!(padded_len(255), Some(256));
        assert_eq!(padded_len(256), Some(512));
        assert_eq!(padded_len(usize::MAX), None);
    }

    #[test]
    fn padding_that_this_code_would_not_write_is_refused() {
        assert_eq!(payload_len(&[]), None);
        assert_eq!(payload_len(&[0; 256]), None);
        assert_eq!(payload_len(&[1; 256]), None);
        assert_eq!(payload_len(&[0x80; 255]), None);
        let mut a_bucket_too_many = vec![0; 512];
        a_bucket_too_many[0] = 0x80;
        assert_eq!(payload_len(&a_bucket_too_many), None);
        a_bucket_too_many[256] = 0x80;
        assert_eq!(payload_len(&a_bucket_too_many), Some(256));
    }
}
