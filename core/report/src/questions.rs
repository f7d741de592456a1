//! Questions for the team, whichever way they were noted: carried on until they are answered.

use vigie_model::{By, CareEvent, DailyEntry, Question};
use vigie_words::is_same;

/// Every question, oldest first, each once, with the key of the event that keeps it. One noted in a check-in has none, and is
/// answered by a [`Question`] of the same day and the same words; one that was asked twice in the same words is one question
/// from its first day on.
pub fn questions<'a, K>(
    entries: impl IntoIterator<Item = &'a DailyEntry>,
    care: impl IntoIterator<Item = (K, &'a By<CareEvent>)>,
) -> Vec<(Option<K>, By<Question>)> {
    let noted = entries.into_iter().filter_map(|entry| {
        let (day, text) = (entry.day, entry.question.clone()?);
        Some((
            None,
            By { author: entry.author.clone(), told: Question { day, text, answer: None } },
        ))
    });
    let kept = care.into_iter().filter_map(|(key, one)| {
        let question = one.filter_map(|event| match event {
            CareEvent::Question(question) => Some(question.clone()),
            _ => None,
        })?;
        Some((Some(key), question))
    });
    let mut all: Vec<(Option<K>, By<Question>)> = noted.chain(kept).collect();
    all.sort_by_key(|(_, question)| question.told.day);
    let mut each: Vec<(Option<K>, By<Question>)> = Vec::new();
    for (key, question) in all {
        let this =
            |(_, there): &&mut (Option<K>, By<Question>)| is_this(&there.told, &question.told);
        match each.iter_mut().rev().find(this) {
            Some((kept, there)) => {
                there.told.answer = question.told.answer.or(there.told.answer.take());
                *kept = key.or(kept.take());
            }
            None => each.push((key, question)),
        }
    }
    each
}

/// Whether what is told later is a question that was asked before: in the same words, while it waited, or, for its answer, on
/// the day of that. Asked again on the day of its answer it is asked anew, unless that is the day on which it first came up.
pub fn is_this(question: &Question, told: &Question) -> bool {
    let waited = question.answer.as_ref().is_none_or(|answer| {
        let again = told.answer.is_none() && told.day > question.day;
        if again { answer.day > told.day } else { answer.day >= told.day }
    });
    waited && question.day <= told.day && is_same(question.text.as_str(), told.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::{Author, Day, Label, Note, QuestionAnswer};

    fn day(n: i32) -> Day {
        "2026-11-01".parse::<Day>().unwrap().plus(n)
    }

    fn note(text: &str) -> Note {
        Note::new("note", text).unwrap()
    }

    fn noted(n: i32, text: &str) -> DailyEntry {
        DailyEntry { question: Some(note(text)), ..DailyEntry::new(day(n)) }
    }

    fn kept(n: i32, text: &str, answered: Option<i32>) -> By<CareEvent> {
        let answer = answered.map(|n| QuestionAnswer { day: day(n), text: note("oui") });
        By::person(CareEvent::Question(Question { day: day(n), text: note(text), answer }))
    }

    fn told(entries: &[DailyEntry], care: &[By<CareEvent>]) -> Vec<(i32, bool)> {
        let told = |one: By<Question>| (one.told.day.since(day(0)), one.told.answer.is_some());
        let care = care.iter().map(|one| ((), one));
        questions(entries, care).into_iter().map(|(_, one)| told(one)).collect()
    }

    #[test]
    fn a_question_of_a_check_in_is_answered_by_its_words() {
        let entries = [noted(0, "Pourquoi ?"), noted(3, "Et après ?")];
        assert_eq!(told(&entries, &[]), [(0, false), (3, false)]);
        assert_eq!(told(&entries, &[kept(0, "pourquoi ?", Some(5))]), [(0, true), (3, false)]);
    }

    #[test]
    fn asked_twice_it_is_one_question_and_after_its_answer_a_new_one() {
        let entries = [noted(0, "Q"), noted(2, "q")];
        assert_eq!(told(&entries, &[]), [(0, false)]);
        let care = [kept(0, "Q", Some(4)), kept(9, "Q", None)];
        assert_eq!(told(&entries, &care), [(0, true), (9, false)]);
    }

    #[test]
    fn who_asked_stays_with_the_question() {
        let paul = Author::Caregiver(Label::new("name", "Paul").unwrap());
        let entry = DailyEntry { author: paul.clone(), ..noted(0, "Q") };
        let none = std::iter::empty::<((), &By<CareEvent>)>();
        assert_eq!(questions([&entry], none)[0].1.author, paul);
    }

    #[test]
    fn asked_again_on_the_day_of_its_answer_it_waits_for_the_next_appointment() {
        let entries = [noted(0, "Q"), noted(3, "q")];
        let answer = QuestionAnswer { day: day(3), text: note("oui") };
        let question = Question { day: day(0), text: note("Q"), answer: Some(answer) };
        let care = [By::person(CareEvent::Question(question))];
        assert_eq!(told(&entries, &care), [(0, true), (3, false)]);
    }
}
