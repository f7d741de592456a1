//! Digests: a keyed one for the header, a running keyed one over all records, and a plain checksum.

use crate::key::KEY_LEN;
use crate::stack::then_wipe;
use ring::{digest, hmac};
use std::fmt;
use zeroize::Zeroizing;

/// A key for HMAC-SHA256. On the heap, and overwritten on drop, as `ring` wipes none.
pub struct MacKey(Box<hmac::Key>);

impl MacKey {
    pub(crate) fn new(key: &Zeroizing<[u8; KEY_LEN]>) -> Self {
        Self(then_wipe(|| Box::new(hmac::Key::new(hmac::HMAC_SHA256, key.as_slice()))))
    }

    /// The authentication code of `message`.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 32] {
        bytes_of(hmac::sign(&self.0, message).as_ref())
    }

    /// Whether `code` is that of `message`; compares in constant time.
    #[must_use]
    pub fn verify(&self, message: &[u8], code: &[u8]) -> bool {
        hmac::verify(&self.0, message, code).is_ok()
    }

    /// A running digest of nothing yet.
    #[must_use]
    pub fn start_chain(&self) -> Chain {
        Chain(hmac::Context::with_key(&self.0))
    }
}

impl Drop for MacKey {
    fn drop(&mut self) {
        *self.0 = hmac::Key::new(hmac::HMAC_SHA256, &[]);
        // Or the compiler might leave out a write that nobody reads any more.
        std::hint::black_box(&mut self.0);
    }
}

impl fmt::Debug for MacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MacKey(..)")
    }
}

/// A running HMAC-SHA256 over every record of a journal in its order.
///
/// Adding a record costs the hash of its link alone, however long the journal: the state is kept, and the digest is taken
/// from a copy of it. A Merkle root over all records cost 80 µs an insert. A sum (XOR) of one PRF value per record would be
/// as quick, but whoever learns enough sums can solve for sets of records that cancel out; this is an ordinary MAC over an
/// ordered list, with nothing of the kind to think about. The price: the order is fixed, and a record cannot be replaced in
/// the middle without going over the rest, which an append-only journal never does.
#[derive(Clone)]
pub struct Chain(hmac::Context);

impl Chain {
    /// Adds the next record's link. Links must have one fixed length, or two lists could run together to the same bytes.
    pub fn add<const N: usize>(&mut self, link: &[u8; N]) {
        self.0.update(link);
    }

    /// The digest of all links so far.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        bytes_of(self.0.clone().sign().as_ref())
    }

    /// Whether `digest` is the digest of all links so far; the time taken does not depend on where they differ.
    #[must_use]
    pub fn matches(&self, digest: &[u8; 32]) -> bool {
        let different = self.digest().iter().zip(digest).fold(0, |sum, (a, b)| sum | (a ^ b));
        std::hint::black_box(different) == 0
    }
}

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chain(..)")
    }
}

/// SHA-256 with no key: notices damage, not intent.
#[must_use]
pub fn checksum(bytes: &[u8]) -> [u8; 32] {
    bytes_of(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// SHA-256 output as an array.
fn bytes_of(output: &[u8]) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes.iter_mut().zip(output).for_each(|(to, from)| *to = *from);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> MacKey {
        MacKey::new(&Zeroizing::new([byte; KEY_LEN]))
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    #[test]
    fn the_digests_are_sha_256_and_hmac_sha_256() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex(&checksum(b"abc")), abc);
        // Computed apart with Python's hmac module: key 32 x 0x07, message b"abc".
        assert_eq!(
            hex(&key(7).sign(b"abc")),
            "127da4ced6a839b8f6118bc244684d2663e70cb5ff0adeefca89d7e74d5a0525"
        );
    }

    #[test]
    fn a_code_fits_only_its_message_and_key() {
        let code = key(1).sign(b"message");
        assert!(key(1).verify(b"message", &code));
        assert!(!key(1).verify(b"messagf", &code));
        assert!(!key(2).verify(b"message", &code));
        assert!(!key(1).verify(b"message", &code[..31]));
    }

    #[test]
    fn a_chain_is_the_mac_of_all_its_links_in_order() {
        let mut chain = key(1).start_chain();
        assert!(chain.matches(&key(1).sign(b"")));
        chain.add(b"one ");
        chain.add(b"two ");
        assert!(chain.matches(&key(1).sign(b"one two ")));
        assert!(!chain.matches(&key(1).sign(b"two one ")));
        assert!(!chain.matches(&key(1).sign(b"one ")));
        assert!(!chain.matches(&key(2).sign(b"one two ")));
    }

    #[test]
    fn a_copied_chain_goes_its_own_way() {
        let chain = key(1).start_chain();
        let mut longer = chain.clone();
        longer.add(b"link");
        assert_ne!(chain.digest(), longer.digest());
    }
}
