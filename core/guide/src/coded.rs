//! Closed lists of which each member has a stable code, like those of the model.

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident $field:literal { $($(#[$vdoc:meta])* $variant:ident $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// Every one, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = vigie_model::Invalid;
            fn from_str(code: &str) -> Result<Self, vigie_model::Invalid> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|one| one.code() == code)
                    .ok_or_else(|| vigie_model::Invalid::new($field, vigie_model::Allowed::KnownCode))
            }
        }
    };
}

pub(crate) use coded;
