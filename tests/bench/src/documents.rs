//! Every form of the report against the least that tells the same numbers: how long it takes, how large it is.
//!
//! What memory each takes is measured by `tests/documents/tests/weighing.rs`, in a program of its own: counting would slow this one.

use std::hint::black_box;

use vigie_documents::forms::{FORMS, LENGTHS, made, plain};
use vigie_words::Lang;

use crate::contest::Failure;
use crate::measure::{Row, Unit, in_turn, pairs};

/// Two rows for each form and each length of the diary, or for the shortest alone: time, from the journal's entries to the document,
/// and bytes.
pub fn rows(quick: bool) -> Result<Vec<Row>, Failure> {
    let times = if quick { 1 } else { 15 };
    let lengths = LENGTHS.iter().take(if quick { 1 } else { LENGTHS.len() });
    let mut rows = Vec::new();
    for (length, journal) in lengths {
        let journal = &journal();
        let summary = journal.summary(Lang::Fr);
        for (form, make) in FORMS {
            let ours = || black_box(made(*make, journal, Lang::Fr));
            let peer = || black_box(plain(&summary)).len();
            let name = |what| format!("{form} of {length}, {what}: the numbers alone, csv crate");
            let work = |work: &dyn Fn() -> usize| {
                work();
                Ok(())
            };
            rows.push(pairs(name("time"), None, times, || work(&ours), || work(&peer))?);
            let bytes = (name("bytes"), None, Unit::Bytes);
            rows.push(in_turn(bytes, 1, || Ok(ours() as f64), || Ok(peer() as f64))?);
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_weighed() {
        let rows = rows(true).unwrap();
        assert_eq!(rows.len(), 2 * FORMS.len());
        assert!(rows.iter().all(|row| row.ratio() > 0.0));
    }
}
