//! What can help: plain explanations, trials, a directory of support.

pub mod comfort;
pub mod directory;
pub mod explain;
pub mod trials;

use vigie_model::TreatmentKind;
use vigie_words::Words;

/// What a kind of treatment is, in two or three plain sentences.
pub fn treatment(words: &Words, kind: TreatmentKind) -> String {
    words.text(&format!("explain-{}", kind.code()))
}
