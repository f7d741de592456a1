//! Names: 128 random bits each, given once and for ever. Not secret; they say nothing about when or what.

use crate::error::VaultError;
use serde::{Deserialize, Serialize};
use std::fmt;
use vigie_seal::make_random;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name([u8; 16]);

        impl $name {
            /// An id that was stored elsewhere, as [`as_bytes`](Self::as_bytes) gave it.
            #[must_use]
            pub const fn new(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// As stored.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }

            pub(crate) fn make() -> Result<Self, VaultError> {
                Ok(Self(make_random()?))
            }
        }

        impl fmt::Display for $name {
            /// 32 hexadecimal digits.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}

id! {
    /// Names one record.
    RecordId
}
id! {
    /// Names one attachment.
    BlobId
}
id! {
    /// Names one key slot of a journal.
    SlotId
}
id! {
    /// Names one copy of a journal: made with it, and anew when it is restored, so that two copies on one machine have two
    /// anchors. A copy of the files is the same copy by name: that is how an older one is noticed.
    CopyId
}
