//! The life that the golden journal holds: every kind of record, every kind of field.

use vigie_journal::{
    Alarm, Answer, Author, CareContact, CareRole, DailyEntry, Day, Height, JournalError, Label,
    Moment, Note, Outcome, OutcomeKind, PainDetail, PainQuality, Painkiller, PerformanceStatus,
    Profile, Rating, Temperature, TreatmentKind, TreatmentLine, Weight,
};

/// Opens the golden journal.
pub const PASSPHRASE: &str = "un carnet pour toujours";

/// The attachment.
pub const PHOTO: &[u8] = b"a photo, as far as anybody can tell";

/// The day it was made on.
pub fn today() -> Day {
    Day::from_epoch_days(20_780).unwrap_or_else(|| unreachable!("2026-11-23"))
}

/// A rating, 0 to 10.
pub fn rating(value: u8) -> Result<Answer, JournalError> {
    Ok(Answer::Rated(Rating::try_from(value)?))
}

/// The person.
pub fn profile() -> Result<Profile, JournalError> {
    Ok(Profile {
        name: Some(Label::new("name", "Camille")?),
        table_id: Some(Label::new("patient", "p1")?),
        list: vec!["fatigue".parse()?, "pain:hip-left".parse()?, "own:goût de métal".parse()?],
        treatments: vec![TreatmentLine {
            regimen: Some(Label::new("treatment", "FOLFOX")?),
            cycle_days: Some(14),
            started: Some(today().plus(-40)),
            ..TreatmentLine::new(TreatmentKind::Chemotherapy)
        }],
        contacts: vec![CareContact {
            role: CareRole::Nurse,
            name: Label::new("name", "Mme Martin")?,
            phone: CareContact::phone_number("01 99 00 12 34")?,
            hours: Some("mon-fri 08:30-18:00".parse()?),
            out_of_hours: Some(CareContact::phone_number("15")?),
        }],
        height: Some(Height::parse("171.5")?),
    })
}

/// An entry that says everything an entry can say.
pub fn full_entry() -> Result<DailyEntry, JournalError> {
    let mut entry = DailyEntry::new(today());
    entry.author = Author::Caregiver(Label::new("name", "Paul")?);
    entry.state = Some(PerformanceStatus::try_from(2)?);
    entry.answer("fatigue".parse()?, rating(0)?);
    entry.answer("nausea".parse()?, Answer::Skipped);
    entry.answer("sleep".parse()?, Answer::TooUnwell);
    entry.answer("pain:hip-left".parse()?, rating(6)?);
    entry.answer("own:goût de métal".parse()?, rating(3)?);
    entry.same_as_before.insert("fatigue".parse()?);
    let detail = PainDetail { quality: Some(PainQuality::Band), wakes_at_night: true };
    entry.pains.insert("hip-left".parse()?, detail);
    entry.measures.temperature = Some(Temperature::parse("38.45")?);
    entry.measures.weight = Some(Weight::parse("71.5")?);
    entry.ticks.insert(Alarm::Shivering);
    entry.administration = Some(Some(Label::new("administration", "FOLFOX")?));
    entry.treatment_change = Some(None);
    let name = Label::new("painkiller", "paracétamol")?;
    entry.painkillers.push(Painkiller { name, helped: Some(false) });
    entry.note = Some(Note::new("note", "un mot 🌿 مرحبا")?);
    entry.question = Some(Note::new("question", "Et après ?")?);
    Ok(entry)
}

/// What was done about the prompt of [`full_entry`].
pub fn outcome() -> Result<Outcome, JournalError> {
    Ok(Outcome {
        at: Moment::at(today(), 640, 60),
        kind: OutcomeKind::Reached,
        contact: Some(Label::new("name", "Mme Martin")?),
        advice: Some(Note::new("note", "Venez demain.")?),
    })
}
