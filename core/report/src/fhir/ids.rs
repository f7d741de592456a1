//! Identifiers made from what they name: told twice, the same thing has the same identifier, and nobody's name is in it.

use std::fmt::Write;

use vigie_seal::checksum;

/// Stands before everything that is hashed, so that no other program makes the same UUIDs by chance.
const SPACE: &str = "vigie-fhir-1";

/// The names of one person's resources.
pub(super) struct Ids {
    subject: String,
}

impl Ids {
    /// `subject` is opaque and the same in every report of one journal.
    pub fn of(subject: &str) -> Self {
        Self { subject: subject.to_owned() }
    }

    /// The UUID of the thing of this kind that `parts` name.
    pub fn make(&self, kind: &str, parts: &[&str]) -> String {
        uuid(&[&[self.subject.as_str(), kind], parts].concat())
    }

    /// The same as a `fullUrl`.
    pub fn url(&self, kind: &str, parts: &[&str]) -> String {
        format!("urn:uuid:{}", self.make(kind, parts))
    }
}

/// A UUID of version 8 (RFC 9562: of one's own making) from the SHA-256 of these parts. Each goes in with its length, so that
/// no two lists of parts are read as one.
pub(super) fn uuid(parts: &[&str]) -> String {
    let mut bytes = Vec::new();
    for part in [SPACE].iter().chain(parts) {
        bytes.extend((part.len() as u64).to_be_bytes());
        bytes.extend(part.as_bytes());
    }
    let digest = checksum(&bytes);
    let mut text = String::with_capacity(36);
    for (place, byte) in digest.iter().take(16).enumerate() {
        let byte = match place {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        // A string takes all that is written.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_uuid_and_another_thing_another() {
        let ids = Ids::of("someone");
        let one = ids.make("day", &["2026-11-23", "a"]);
        assert_eq!(one, Ids::of("someone").make("day", &["2026-11-23", "a"]));
        for other in [
            Ids::of("somebody").make("day", &["2026-11-23", "a"]),
            ids.make("pain", &["2026-11-23", "a"]),
            ids.make("day", &["2026-11-23a"]),
            ids.make("day", &["2026-11-23", "a", ""]),
        ] {
            assert_ne!(one, other);
        }
        // Computed apart with Python's hashlib.
        assert_eq!(uuid(&["a", "b"]), "c3b2b29f-ab54-8103-aad3-43863fe64e96");
    }
}
