//! Text the person wrote: kept as it is, with bounds.

use serde::{Deserialize, Serialize};

use crate::{Allowed, Invalid};

macro_rules! bounded_text {
    ($(#[$doc:meta])* $name:ident, $max:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Most characters (Unicode scalar values) kept.
            pub const MAX_CHARS: usize = $max;

            /// The text without white space around it; refused when empty or too long.
            pub fn new(field: &str, text: &str) -> Result<Self, Invalid> {
                let text = text.trim();
                if text.is_empty() {
                    return Err(Invalid::new(field, Allowed::NotEmpty));
                }
                if text.chars().count() > Self::MAX_CHARS {
                    return Err(Invalid::new(field, Allowed::AtMost(Self::MAX_CHARS)));
                }
                Ok(Self(text.to_owned()))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Invalid;
            fn try_from(text: String) -> Result<Self, Invalid> {
                Self::new("text", &text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    };
}

bounded_text! {
    /// A note or a question in the person's own words, 1 to 20,000 characters.
    Note, 20_000
}
bounded_text! {
    /// A short name (a regimen, a person, a medicine), 1 to 120 characters.
    Label, 120
}
