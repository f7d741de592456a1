//! A cipher's key as `ring` keeps it: on the heap, and overwritten when it is let go of.

use crate::key::KEY_LEN;
use crate::stack::then_wipe;
use ring::aead::{Algorithm, LessSafeKey, UnboundKey};
use std::hint::black_box;
use std::ops::Deref;
use zeroize::Zeroizing;

/// `ring` wipes no key, and an expanded AES key begins with the key itself. By value it would also leave a copy on the stack
/// wherever it is moved.
pub(crate) struct RingKey(Box<LessSafeKey>);

impl RingKey {
    pub(crate) fn new(algorithm: &'static Algorithm, key: &Zeroizing<[u8; KEY_LEN]>) -> Self {
        Self(then_wipe(|| Box::new(expand(algorithm, key))))
    }
}

impl Deref for RingKey {
    type Target = LessSafeKey;

    fn deref(&self) -> &LessSafeKey {
        &self.0
    }
}

impl Drop for RingKey {
    fn drop(&mut self) {
        *self.0 = expand(self.0.algorithm(), &Zeroizing::new([0; KEY_LEN]));
        // Or the compiler might leave out a write that nobody reads any more.
        black_box(&mut self.0);
    }
}

#[expect(
    clippy::expect_used,
    reason = "ring fails only for another key length, which the type rules out"
)]
fn expand(algorithm: &'static Algorithm, key: &Zeroizing<[u8; KEY_LEN]>) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(algorithm, key.as_slice()).expect("a key has 32 bytes"))
}
