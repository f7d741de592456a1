//! `vigie question`: questions for the next appointment, whichever way they were noted, and their answers.

use serde_json::Value;
use vigie_journal::{
    AskedQuestion, Author, By, CareEvent, CareId, Note, Question, QuestionAnswer, event,
};

use super::shown::flat;
use super::{Desk, Kept, shown};
use crate::exit::Failure;

/// A question with its number among all of them, and its id when it is kept by itself.
pub struct Numbered {
    number: usize,
    id: Option<CareId>,
    asked: By<Question>,
}

/// Every question, oldest first.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Numbered>, Failure> {
    let numbered = (1..).zip(desk.journal.questions()?);
    Ok(numbered
        .map(|(number, AskedQuestion { id, asked })| Numbered { number, id, asked })
        .collect())
}

impl Numbered {
    pub fn is_open(&self) -> bool {
        self.asked.told.answer.is_none()
    }

    fn event(&self) -> By<CareEvent> {
        let told = CareEvent::Question(self.asked.told.clone());
        By { author: self.asked.author.clone(), told }
    }

    /// For programs: its id, or its number when it has none.
    pub fn json(&self, desk: &Desk<'_>) -> Value {
        let id = self.id.map_or_else(|| self.number.to_string(), |id| id.to_string());
        let mut value = shown::json(&id, &self.event(), desk.read);
        if let Some(object) = value.as_object_mut() {
            object.insert("number".to_owned(), self.number.into());
        }
        value
    }

    /// For people: its number, its words, and its id when it can be corrected by it.
    pub fn line(&self, desk: &Desk<'_>, ids: &shown::Ids) -> String {
        let words = desk.session.words;
        let parts = event::event(words, &self.event().told).into_iter();
        let said = flat(parts.chain(words.noted_by(&self.asked.author)));
        let id = self.id.map(|id| format!("  [{}]", ids.short(id))).unwrap_or_default();
        format!("{}  {} · {said}{id}", self.number, words.day(self.asked.told.day))
    }
}

pub fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let mut all = all(desk)?;
    let none = all.is_empty();
    if !desk.typed.has("all") {
        all.retain(Numbered::is_open);
    }
    if desk.json() {
        all.iter().for_each(|one| println!("{}", one.json(desk)));
        return Ok(());
    }
    let ids = desk.ids()?;
    all.iter().for_each(|one| println!("{}", one.line(desk, &ids)));
    if none {
        desk.say("around-none", &[("command", "question".into())]);
    } else if all.is_empty() {
        desk.say("question-all-answered", &[]);
    } else if all.iter().any(Numbered::is_open) {
        desk.say("question-how", &[]);
    }
    Ok(())
}

/// A number as it stands in the list. From four digits on it may be the beginning of an id, and nobody has a thousand questions.
pub fn number(text: &str) -> Option<usize> {
    text.trim().parse().ok().filter(|_| text.trim().len() < 4)
}

fn refused() -> Failure {
    Failure::Refused { id: "fail-no-question", what: "question".to_owned() }
}

fn numbered(desk: &Desk<'_>, number: usize) -> Result<Numbered, Failure> {
    all(desk)?.into_iter().find(|one| one.number == number).ok_or_else(refused)
}

fn kept(desk: &Desk<'_>, id: CareId) -> Result<Kept, Failure> {
    let mut kept = desk.kept()?.into_iter().rev();
    kept.find(|(there, _)| *there == id).ok_or_else(refused)
}

/// The question of this number, when it is kept by itself: one of a check-in changes with the check-in.
pub fn kept_at(desk: &Desk<'_>, number: usize) -> Result<Kept, Failure> {
    let Numbered { id, asked, .. } = numbered(desk, number)?;
    match id {
        Some(id) => kept(desk, id),
        None => {
            let day = asked.told.day;
            let how = format!("vigie log --correct --date {day}");
            let args = vec![("day", desk.session.words.day(day)), ("how", how)];
            Err(Failure::Said { id: "fail-question-of-check-in", args })
        }
    }
}

pub fn answer(desk: &Desk<'_>) -> Result<(), Failure> {
    let day = desk.day("date")?;
    let text = Note::new("answer", desk.typed.must("text"))?;
    let chosen = desk.typed.must("question");
    let found = match number(chosen) {
        Some(number) => numbered(desk, number)?,
        None => {
            let (id, _) = desk.find(chosen)?;
            let mut all = all(desk)?.into_iter().rev();
            all.find(|one| one.id == Some(id)).ok_or_else(refused)?
        }
    };
    let Numbered { id, asked, number } = found;
    if let Some(there) = &asked.told.answer {
        let id = match id {
            Some(id) => desk.ids()?.short(id),
            None => number.to_string(),
        };
        let how = format!("vigie question correct {id} --answer");
        let args = vec![("day", desk.session.words.day(there.day)), ("how", how)];
        return Err(Failure::Said { id: "fail-question-answered", args });
    }
    match id {
        Some(id) => {
            let given = [("answer", text.as_str().to_owned()), ("answered", day.to_string())];
            let (id, one) = kept(desk, id)?;
            desk.amend("around-kept", id, one, &given)
        }
        None => {
            // Of a check-in: the question of that day in these words, now with its answer.
            let author = desk.read.author(desk.typed)?;
            let answer = Some(QuestionAnswer { day, text });
            let told = CareEvent::Question(Question { answer, ..asked.told });
            let author = match author {
                Author::Person => asked.author.clone(),
                author => author,
            };
            let other = author != asked.author;
            desk.keep(&By { author, told })?;
            // Who answered is named with it from now on, so who asked is said here.
            match asked.author {
                _ if !other || desk.json() => {}
                Author::Person => desk.say("question-asked-by-you", &[]),
                Author::Caregiver(who) => {
                    desk.say("question-asked-by", &[("who", who.as_str().into())]);
                }
            }
            Ok(())
        }
    }
}
