//! `vigie question`: questions for the next appointment, whichever way they were noted, and their answers.

use serde_json::Value;
use vigie_journal::{
    Author, By, CareEvent, CareId, CareKind, Note, Question, QuestionAnswer, event,
};

use super::shown::flat;
use super::{Desk, shown};
use crate::exit::Failure;

/// A question with its number among all of them, and its id when it is kept by itself.
pub struct Numbered {
    number: usize,
    id: Option<CareId>,
    asked: By<Question>,
}

/// Every question, oldest first.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Numbered>, Failure> {
    let mut care = desk.journal.care()?;
    care.retain(|(_, one)| one.told.kind() == CareKind::Question);
    let id_of = |asked: &Question| {
        let of = |there: &CareEvent| match there {
            // Asked in a check-in and then kept by itself, it is the one kept.
            CareEvent::Question(there) => {
                there.day >= asked.day
                    && there.text.as_str().to_lowercase() == asked.text.as_str().to_lowercase()
                    && there.answer == asked.answer
            }
            _ => false,
        };
        care.iter().find(|(_, one)| of(&one.told)).map(|(id, _)| *id)
    };
    let questions = desk.journal.questions()?;
    let numbered = (1..).zip(questions).map(|(number, asked)| {
        let id = id_of(&asked.told);
        Numbered { number, id, asked }
    });
    Ok(numbered.collect())
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

pub fn answer(desk: &Desk<'_>) -> Result<(), Failure> {
    let day = desk.read.day_or_today(desk.typed.get("date"))?;
    let text = Note::new("answer", desk.typed.must("text"))?;
    let chosen = desk.typed.must("question").trim();
    let number = chosen.parse::<usize>().ok();
    let mut all = all(desk)?;
    // Four digits may be the beginning of an id as well; nobody has a thousand questions.
    let found = match number.filter(|number| *number < 1000) {
        Some(number) => all.into_iter().find(|one| one.number == number),
        None => {
            let (id, _) = desk.find(chosen)?;
            all.retain(|one| one.id == Some(id));
            all.pop()
        }
    };
    let refused = || Failure::Refused { id: "fail-no-question", what: "question".to_owned() };
    let Numbered { id, asked, .. } = found.ok_or_else(refused)?;
    let author = desk.read.author(desk.typed)?;
    match id {
        Some(id) => {
            let given = [("answer", text.as_str().to_owned()), ("answered", day.to_string())];
            let kept = desk.kept()?.into_iter().rev().find(|(there, _)| *there == id);
            let (id, one) = kept.ok_or_else(refused)?;
            desk.amend("around-kept", id, one, &given)
        }
        None => {
            // Of a check-in: the question of that day in these words, now with its answer.
            let answer = Some(QuestionAnswer { day, text });
            let told = CareEvent::Question(Question { answer, ..asked.told });
            let author = if author == Author::Person { asked.author } else { author };
            desk.keep(&By { author, told })
        }
    }
}
