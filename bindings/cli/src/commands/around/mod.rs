//! What stands around the symptoms, on the command line: every record is added, listed, corrected and taken back in the same way.

mod appointment;
mod contact;
mod fields;
mod list;
mod medicine;
mod number;
mod question;
mod read;
mod result;
mod shown;
mod treatment;

pub use list::run as list;
pub use read::Reader;

use vigie_journal::{
    Allowed, Author, By, CareEvent, CareId, CareKind, Day, Intake, Invalid, Journal, JournalError,
};

use crate::args::around::Typed;
use crate::exit::Failure;
use crate::session::Session;
use shown::Ids;

/// A record in force and its id.
type Kept = (CareId, By<CareEvent>);

pub fn run(session: &Session, typed: &Typed) -> Result<(), Failure> {
    let desk = Desk::open(session, typed)?;
    match (typed.command, typed.task) {
        ("contact", _) => contact::run(&desk),
        ("treatment", _) => treatment::run(&desk),
        ("result", "add") => result::add(&desk),
        ("result", "list") => result::list(&desk),
        ("appointment", "list") => appointment::list(&desk),
        ("appointment", "import") => appointment::import(&desk),
        ("appointment", "export") => appointment::export(&desk),
        ("question", "list") => question::list(&desk),
        ("question", "answer") => question::answer(&desk),
        ("consent", "sign") => desk.complete("signed"),
        ("consent", "withdraw") => desk.complete("withdrawn"),
        ("medicine", "list") => medicine::list(&desk),
        ("medicine", "today") => medicine::today(&desk),
        ("medicine", "took" | "missed") => medicine::note(&desk),
        (_, "add") => desk.add().map(drop),
        (_, "list") => desk.list(&desk.kept()?),
        (_, "correct") => desk.correct(),
        _ => desk.remove(),
    }
}

/// An open journal and what was typed.
struct Desk<'a> {
    session: &'a Session,
    typed: &'a Typed,
    journal: Journal,
    read: Reader,
}

impl<'a> Desk<'a> {
    fn open(session: &'a Session, typed: &'a Typed) -> Result<Self, Failure> {
        let journal = session.open()?;
        let read = Reader { words: session.words, today: journal.now().day() };
        Ok(Self { session, typed, journal, read })
    }

    fn json(&self) -> bool {
        self.session.common.json
    }

    /// Says a sentence to a person.
    fn say(&self, id: &str, args: &[(&str, vigie_journal::Arg<'_>)]) {
        println!("{}", self.session.words.with(id, args));
    }

    /// The kinds of records that this command is about.
    fn kinds(&self) -> &'static [CareKind] {
        match self.typed.command {
            "result" => &[CareKind::Lab],
            "scan" => &[CareKind::Imaging],
            "appointment" => &[CareKind::Appointment],
            "question" => &[CareKind::Question],
            "support" => &[CareKind::Support],
            "consent" => &[CareKind::Consent],
            "medicine" => &[CareKind::Medicine, CareKind::Intake],
            "wish" => &[CareKind::Wish],
            _ => &[CareKind::Change],
        }
    }

    /// What this command is about and is in force, by day.
    fn kept(&self) -> Result<Vec<Kept>, Failure> {
        let all = self.journal.care()?.into_iter();
        Ok(all.filter(|(_, one)| self.kinds().contains(&one.told.kind())).collect())
    }

    /// Short ids for everything in force.
    fn ids(&self) -> Result<Ids, Failure> {
        Ok(Ids::of(self.journal.care()?.iter().map(|(id, _)| *id)))
    }

    /// Keeps what was typed, and says so.
    fn add(&self) -> Result<By<CareEvent>, Failure> {
        let mut told = fields::begun(self.typed, self.read)?;
        for (name, text) in self.typed.fields() {
            self.set(&mut told, name, text)?;
        }
        let one = By { author: self.read.author(self.typed)?, told };
        self.keep(&one)?;
        Ok(one)
    }

    /// Keeps one and says so. What is kept already is kept once.
    fn keep(&self, one: &By<CareEvent>) -> Result<(), Failure> {
        self.check(&one.told)?;
        let known = self.journal.care()?.into_iter().find(|(_, there)| there.told == one.told);
        let id = self.journal.add_care(one.clone())?;
        match known {
            Some((_, there)) => self.tell("around-known", id, &there),
            None => self.tell("around-kept", id, one),
        }
    }

    /// Says what is kept now under an id.
    fn tell(&self, how: &str, id: CareId, one: &By<CareEvent>) -> Result<(), Failure> {
        if self.json() {
            println!("{}", shown::json(&id.to_string(), one, self.read));
            return Ok(());
        }
        let (words, ids) = (self.session.words, self.ids()?);
        let what = shown::what(words, one);
        let day = words.day(one.told.day());
        let args = [("what", what.into()), ("day", day.into()), ("id", ids.short(id).into())];
        self.say(how, &args);
        if let CareEvent::Appointment(visit) = &one.told
            && visit.day < self.read.today
        {
            self.say("appointment-past", &[]);
        }
        Ok(())
    }

    /// Sets a field of a record that has it.
    fn set(&self, event: &mut CareEvent, name: &'static str, text: &str) -> Result<(), Failure> {
        match fields::set(event, name, text, self.read) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::Refused { id: "fail-not-of-this", what: name.to_owned() }),
            Err(Failure::Journal(JournalError::Invalid(invalid))) => {
                Err(self.typed.refused(name, invalid))
            }
            Err(failure) => Err(failure),
        }
    }

    /// The day that was given under a name, or today.
    fn day(&self, name: &'static str) -> Result<Day, Failure> {
        let day = self.read.day_or_today(self.typed.get(name));
        day.map_err(|invalid| self.typed.refused(name, invalid))
    }

    /// Refuses what cannot be, and names the day that is too early or the time that is to come.
    fn check(&self, told: &CareEvent) -> Result<(), Failure> {
        told.validate_at(self.journal.now()).map_err(|invalid| match told {
            CareEvent::Intake(Intake { minute: Some(minute), .. }) if invalid.field == "time" => {
                let what = self.session.words.minute(*minute);
                Failure::Refused { id: "fail-dose-to-come", what }
            }
            _ if invalid.allowed != Allowed::NotBeforeItBegan => invalid.into(),
            CareEvent::Question(_) => self.too_early("answered", invalid),
            CareEvent::Consent(one) if one.signed.is_some_and(|signed| signed < one.day) => {
                self.too_early("signed", invalid)
            }
            CareEvent::Consent(_) => self.too_early("withdrawn", invalid),
            _ => self.too_early("until", invalid),
        })
    }

    /// A day that is before the beginning: given under this name, or as the day where a task has one only.
    fn too_early(&self, name: &'static str, invalid: Invalid) -> Failure {
        let name = if self.typed.takes(name) { name } else { "date" };
        self.typed.refused(name, invalid)
    }

    fn list(&self, all: &[Kept]) -> Result<(), Failure> {
        let (words, ids) = (self.session.words, self.ids()?);
        for (id, one) in all {
            if self.json() {
                println!("{}", shown::json(&id.to_string(), one, self.read));
            } else {
                println!("{}", shown::line(words, &ids.short(*id), one));
            }
        }
        if all.is_empty() && !self.json() {
            self.say("around-none", &[("command", self.typed.command.into())]);
        }
        Ok(())
    }

    /// The record that an id, or the beginning of one, stands for. One that was changed in two copies of the journal is its
    /// latest version.
    fn find(&self, typed: &str) -> Result<Kept, Failure> {
        /// Signs that are typed at least: fewer are a slip, not a choice.
        const FEWEST: usize = 4;
        let wanted = typed.trim().to_lowercase();
        if let ("question", Some(number)) = (self.typed.command, question::number(&wanted)) {
            return question::kept_at(self, number);
        }
        let refused = |id| Failure::Refused { id, what: self.typed.command.to_owned() };
        if wanted.len() < FEWEST {
            return Err(refused("fail-id-short"));
        }
        let mut found: Vec<Kept> = self.kept()?;
        found.retain(|(id, _)| id.to_string().starts_with(&wanted));
        let Some(last) = found.pop() else { return Err(refused("fail-no-such-id")) };
        if found.iter().any(|(id, _)| *id != last.0) {
            return Err(refused("fail-several-ids"));
        }
        Ok(last)
    }

    /// Changes what was given of one, and nothing else.
    fn correct(&self) -> Result<(), Failure> {
        let given: Vec<_> =
            self.typed.fields().map(|(name, text)| (name, text.to_owned())).collect();
        if given.is_empty() {
            return Err(Failure::Refused { id: "fail-nothing-given", what: self.typed.options() });
        }
        let (id, one) = self.find(self.typed.must("id"))?;
        self.amend("around-corrected", id, one, &given)
    }

    /// Adds the day that was given, or today, to one that has none there.
    fn complete(&self, name: &'static str) -> Result<(), Failure> {
        let day = self.day("date")?.to_string();
        let (id, one) = self.find(self.typed.must("id"))?;
        let CareEvent::Consent(consent) = &one.told else { return Ok(()) };
        let (there, refused) = match name {
            "signed" => (consent.signed, "fail-consent-signed"),
            _ => (consent.withdrawn, "fail-consent-withdrawn"),
        };
        if let Some(there) = there {
            let how = format!("vigie consent correct {} --{name} {day}", self.ids()?.short(id));
            let args = vec![("day", self.session.words.day(there)), ("how", how)];
            return Err(Failure::Said { id: refused, args });
        }
        self.amend("around-kept", id, one, &[(name, day)])
    }

    fn amend(
        &self,
        how: &str,
        id: CareId,
        mut one: By<CareEvent>,
        given: &[(&'static str, String)],
    ) -> Result<(), Failure> {
        let author = self.read.author(self.typed)?;
        // Who told it first stays named: another name would vanish without a word.
        if self.typed.has("by") && author != one.author {
            let (id, what) = match &one.author {
                Author::Person => ("fail-by-person", String::new()),
                Author::Caregiver(name) => ("fail-by-relative", name.as_str().to_owned()),
            };
            return Err(Failure::Refused { id, what });
        }
        for (name, text) in given {
            self.set(&mut one.told, name, text)?;
        }
        self.check(&one.told)?;
        self.journal.amend_care(id, By { author, told: one.told.clone() })?;
        self.tell(how, id, &one)
    }

    /// Takes one back.
    fn remove(&self) -> Result<(), Failure> {
        let (id, one) = self.find(self.typed.must("id"))?;
        self.journal.withdraw_care(id)?;
        if self.json() {
            println!("{}", serde_json::json!({ "id": id.to_string(), "removed": true }));
            return Ok(());
        }
        let what = shown::what(self.session.words, &one);
        self.say("around-removed", &[("what", what.into())]);
        Ok(())
    }
}
