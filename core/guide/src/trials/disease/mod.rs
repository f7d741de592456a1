//! Which disease a text names, and how two diseases are related.

mod scan;
mod table;
#[cfg(test)]
mod tests;
mod traits;

pub use scan::{Disease, Named, Reading, named};
pub use traits::{Trait, asserts, traits};
