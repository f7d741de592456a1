//! The summaries that every form of document is tried on.

use std::collections::BTreeSet;

use vigie_report::ConsultationSummary;
use vigie_words::Lang;

use crate::around;
use crate::care;
use crate::made_up::{Journal, entry_of, item, rated};
use crate::people;

/// Every fixture by name, which ends in its language and may be that of a file: an empty journal, one entry, ten weeks, two
/// years with 20 symptoms and 9 places of pain, hostile text, ten weeks in which the treatment becomes another one with
/// everything around it, the weeks since a consultation, and ten weeks with parts left out, each in French and English.
pub fn fixtures() -> Vec<(&'static str, ConsultationSummary)> {
    let whole: [([&'static str; 2], Journal); 6] = [
        (["empty-fr", "empty-en"], empty()),
        (["one-entry-fr", "one-entry-en"], one_entry()),
        (["ten-weeks-fr", "ten-weeks-en"], people::ten_weeks()),
        (["two-years-fr", "two-years-en"], people::two_years()),
        (["hostile-fr", "hostile-en"], people::hostile()),
        (["changed-fr", "changed-en"], around::changed()),
    ];
    let mut all = Vec::new();
    for (names, journal) in whole {
        all.extend(names.into_iter().zip(Lang::ALL.iter().map(|lang| journal.summary(*lang))));
    }
    let since = ["since-fr", "since-en"].into_iter();
    all.extend(since.zip(Lang::ALL.iter().map(|lang| care::since_consultation(*lang))));
    let left_out = ["left-out-fr", "left-out-en"].into_iter();
    all.extend(left_out.zip(Lang::ALL.iter().map(|lang| left_out_of_ten_weeks(*lang))));
    all
}

/// The same for judges that take long: the longest in French alone, for its words in English are those of the others.
pub fn fixtures_judged_slowly() -> Vec<(&'static str, ConsultationSummary)> {
    let mut all = fixtures();
    all.retain(|(name, _)| *name != "two-years-en");
    all
}

/// Ten weeks in which nothing was written.
pub fn empty() -> Journal {
    Journal::empty("2026-09-14", 70)
}

/// One day, one answer.
pub fn one_entry() -> Journal {
    let mut journal = Journal::empty("2026-11-23", 1);
    entry_of(&mut journal, 0).answer(item("fatigue"), rated(6));
    journal
}

/// Ten weeks without two of the items and without the notes.
pub fn left_out_of_ten_weeks(lang: Lang) -> ConsultationSummary {
    let journal = people::ten_weeks();
    let mut choice = journal.choice(lang);
    choice.without = BTreeSet::from([item("pain:hip-left"), item("own:goût de métal")]);
    choice.with_notes = false;
    journal.told(choice)
}
