//! Closed lists of which each member has a stable code.

/// A closed list: an enum whose members have stable codes, with `ALL`, `code` and `FromStr`. For the crates of this workspace,
/// which have serde.
#[doc(hidden)]
#[macro_export]
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident $field:literal { $($(#[$vdoc:meta])* $variant:ident $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// Every one, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Invalid;
            fn from_str(code: &str) -> Result<Self, $crate::Invalid> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|one| one.code() == code)
                    .ok_or_else(|| $crate::Invalid::new($field, $crate::Allowed::KnownCode))
            }
        }
    };
}

pub(crate) use coded;
