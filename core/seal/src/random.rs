//! The system's random generator, the only source of new secrets, nonces and identifiers.

use crate::error::SealError;
use ring::rand::{SecureRandom, SystemRandom};

/// `N` bytes from the system's cryptographic generator.
///
/// # Errors
/// [`SealError::Random`] when the system gives none.
pub fn make_random<const N: usize>() -> Result<[u8; N], SealError> {
    let mut bytes = [0_u8; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// Fills a buffer in place, so that a secret need not be copied.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), SealError> {
    SystemRandom::new().fill(bytes).map_err(|_| SealError::Random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_draws_differ() {
        assert_ne!(make_random::<16>().unwrap(), make_random::<16>().unwrap());
    }
}
