//! Finding a symptom or a place on the body by a few letters.

use std::collections::BTreeMap;

use vigie_journal::{Item, PainSite, Region, SymptomCode, Words, folded};

/// Most suggestions shown.
const SUGGESTIONS: usize = 9;

/// Symptoms and places whose name holds these letters, whatever their accents.
pub fn by_letters(words: &Words, text: &str) -> Vec<Item> {
    let wanted = folded(text);
    let symptoms = SymptomCode::ALL.iter().copied().map(Item::Symptom);
    let places = Region::ALL.iter().filter_map(|region| PainSite::new(*region, None).ok());
    let mut found: BTreeMap<usize, Item> = BTreeMap::new();
    for (order, item) in symptoms.chain(places.map(Item::Pain)).enumerate() {
        if folded(&words.item(&item)).contains(&wanted) && found.len() < SUGGESTIONS {
            found.insert(order, item);
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_journal::Lang;

    #[test]
    fn a_few_letters_find_places_whatever_their_accents() {
        let words = Words::of(Lang::Fr);
        let found = by_letters(words, "EPAULE");
        assert_eq!(found, ["pain:shoulder".parse().unwrap()]);
        assert_eq!(by_letters(words, "oeil"), ["pain:eye".parse().unwrap()]);
        assert!(by_letters(words, "xyz").is_empty());
        assert!(by_letters(words, "a").len() <= SUGGESTIONS);
    }
}
