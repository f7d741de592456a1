//! What to know before a trial is talked over: phases, questions to ask, the steps of consent, where to look.

use vigie_words::Words;

/// A title and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its title.
    pub title: String,
    /// One sentence or two each.
    pub lines: Vec<String>,
}

impl Passage {
    /// The title `trials-{name}` and the lines `trials-{name}-{code}`.
    fn of(words: &Words, name: &str, codes: &[&str]) -> Self {
        let lines = codes.iter().map(|code| words.text(&format!("trials-{name}-{code}")));
        Self { title: words.text(&format!("trials-{name}")), lines: lines.collect() }
    }
}

/// Phases I to IV, the questions, the steps of consent, where to look.
pub fn explanation(words: &Words) -> Vec<Passage> {
    let consent = ["told", "time", "questions", "sign", "leave", "results"];
    let look = ["e-cancer", "unicancer", "clinicaltrials", "eclaire"];
    vec![
        Passage::of(words, "phases", &["1", "2", "3", "4"]),
        questions(words),
        Passage::of(words, "consent", &consent),
        Passage::of(words, "look", &look),
    ]
}

/// What to ask about a trial.
pub(super) fn questions(words: &Words) -> Passage {
    let codes = [
        "for-me",
        "aim",
        "instead",
        "arm",
        "effects",
        "days",
        "where",
        "cost",
        "treatment",
        "after",
        "whom",
    ];
    Passage::of(words, "questions", &codes)
}
