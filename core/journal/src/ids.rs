//! Ids of entries, revisions and prompts: opaque, and written as 32 hexadecimal digits.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use vigie_model::{Allowed, Invalid};
use vigie_vault::RecordId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) RecordId);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Invalid;
            fn from_str(text: &str) -> Result<Self, Invalid> {
                let refused = || Invalid::new("id", Allowed::KnownCode);
                let mut bytes = [0u8; 16];
                if text.len() != 32 || !text.is_ascii() {
                    return Err(refused());
                }
                for (i, byte) in bytes.iter_mut().enumerate() {
                    let digits = text.get(2 * i..2 * i + 2).ok_or_else(refused)?;
                    *byte = u8::from_str_radix(digits, 16).map_err(|_| refused())?;
                }
                Ok(Self(RecordId::new(bytes)))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.as_bytes().serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <[u8; 16]>::deserialize(deserializer).map(|b| Self(RecordId::new(b)))
            }
        }
    };
}

id! {
    /// An entry, whatever its revisions.
    EntryId
}
id! {
    /// One revision of an entry.
    RevisionId
}
id! {
    /// A prompt.
    PromptId
}
id! {
    /// An attachment.
    AttachmentId
}
id! {
    /// A result, a scan or an appointment, whatever its revisions.
    CareId
}
