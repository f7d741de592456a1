//! Made-up lives: everything a journal can hold, with text as people write it and as an attacker does.

use proptest::prelude::*;
use vigie_journal::*;

use crate::hand::feverish;

/// Text as people write it, and as an attacker does.
pub fn text() -> impl Strategy<Value = String> {
    let hostile = "[=+@'\"; ,\\t\\r\\n|\\\\{a-]{0,8}[a-z=|'][ a=]{0,3}";
    prop_oneof![hostile, "\\PC{1,30}", "[a-zé ]{0,10}[a-z]"]
        .prop_filter("something to read", |text| !text.trim().is_empty())
}

pub fn label() -> impl Strategy<Value = Label> {
    text().prop_map(|text| Label::new("label", &text).unwrap())
}

pub fn note() -> impl Strategy<Value = Note> {
    text().prop_map(|text| Note::new("note", &text).unwrap())
}

pub fn maybe<T: std::fmt::Debug>(
    some: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.4, some)
}

pub fn item() -> impl Strategy<Value = Item> {
    let known = ["fatigue", "nausea", "pain", "pain:hip-left", "sleep"];
    let own = "[=;'a-z-]{0,5}[a-z]".prop_map(|name| format!("own:{name}").parse().unwrap());
    prop_oneof![prop::sample::select(known.to_vec()).prop_map(|item| item.parse().unwrap()), own]
}

pub fn answer() -> impl Strategy<Value = Answer> {
    let rated = (0..=10_u8).prop_map(|n| Answer::Rated(Rating::new(n).unwrap()));
    prop_oneof![4 => rated, 1 => Just(Answer::Skipped), 1 => Just(Answer::TooUnwell)]
}

pub fn painkiller() -> impl Strategy<Value = Painkiller> {
    (label(), maybe(any::<bool>())).prop_map(|(name, helped)| Painkiller { name, helped })
}

prop_compose! {
    /// A sitting of a day that is not known yet.
    pub fn sitting()(
        author in maybe(label()),
        answers in prop::collection::btree_map(item(), answer(), 1..5),
        same in any::<bool>(),
        state in maybe(0..=4_u8),
        weight in maybe(4000..9000_i32),
        fever in any::<bool>(),
        shivering in prop::bool::weighted(0.2),
        night in any::<bool>(),
        administration in maybe(maybe(label())),
        treatment_change in maybe(maybe(label())),
        painkillers in prop::collection::vec(painkiller(), 0..3),
        note in maybe(note()),
        question in maybe(note()),
        too_unwell in prop::bool::weighted(0.1),
    ) -> DailyEntry {
        let mut entry = if fever { feverish(Day::FIRST) } else { DailyEntry::new(Day::FIRST) };
        entry.author = author.map_or(Author::Person, Author::Caregiver);
        if same {
            entry.same_as_before.extend(answers.keys().next().cloned());
        }
        entry.answers = answers;
        entry.state = state.map(|n| PerformanceStatus::new(n).unwrap());
        entry.measures.weight = weight.map(|n| Weight::try_from(n).unwrap());
        if shivering {
            entry.ticks.insert(Alarm::Shivering);
        }
        if night {
            let detail = PainDetail { quality: Some(PainQuality::Band), wakes_at_night: true };
            entry.pains.insert("hip-left".parse().unwrap(), detail);
        }
        entry.administration = administration;
        entry.treatment_change = treatment_change;
        entry.painkillers = painkillers;
        entry.note = note;
        entry.question = question;
        entry.too_unwell = too_unwell;
        entry
    }
}

/// Few of each, so that some are alike.
pub fn treatment() -> impl Strategy<Value = TreatmentLine> {
    let day = || maybe((20_500..20_502_i32).prop_map(|days| Day::from_epoch_days(days).unwrap()));
    let kind = prop::sample::select(TreatmentKind::ALL[..2].to_vec());
    let regimen = prop_oneof![Just(Label::new("name", "FOLFOX").unwrap()), label()];
    let more = (maybe(any_of(ChangeReason::ALL)), maybe(label()), maybe(any_of(TrialPhase::ALL)));
    (kind, maybe(regimen), maybe(13..=14_u8), day(), day(), more).prop_map(
        |(kind, regimen, cycle_days, started, stopped, (ended_for, alteration, phase))| {
            let (sponsor, trial_number) = (alteration.clone(), regimen.clone());
            let stopped = stopped.filter(|end| started.is_none_or(|began| began <= *end));
            TreatmentLine {
                kind,
                regimen,
                cycle_days,
                started,
                stopped,
                ended_for,
                alteration,
                phase,
                sponsor,
                trial_number,
            }
        },
    )
}

/// Something around the symptoms, some days from a day that is not known yet.
pub fn care() -> impl Strategy<Value = (i32, CareEvent)> {
    let day = Day::FIRST;
    let value = prop::sample::select(vec!["<0.5", "12.30", ">1000", "0", "7.125"]);
    let range = prop::sample::select(vec!["-5", "30-", "0.50-5", "nothing"]);
    let lab = (label(), value, maybe(unit()), range).prop_map(move |(name, value, unit, range)| {
        let (value, range) = (value.parse().unwrap(), range.parse().ok());
        CareEvent::Lab(LabResult { day, name, value, unit, range })
    });
    let kind = prop::sample::select(ImagingKind::ALL.to_vec());
    let conclusion = prop::sample::select(Conclusion::ALL.to_vec());
    let scan = (kind, maybe(label()), conclusion, maybe(note())).prop_map(
        move |(kind, place, conclusion, told)| {
            CareEvent::Imaging(ImagingStudy { day, kind, place, conclusion, told })
        },
    );
    let kind = prop::sample::select(AppointmentKind::ALL.to_vec());
    let visit = (maybe(0..1440_u16), kind, maybe(label()), maybe(label()), maybe(note())).prop_map(
        move |(minute, kind, with, place, decision)| {
            CareEvent::Appointment(Appointment { day, minute, kind, with, place, decision })
        },
    );
    prop_oneof![(-40..=0, lab), (-40..=0, scan), (-40..40, visit), around(), around()]
}

/// A unit begins with no digit that could belong to the number.
pub fn unit() -> impl Strategy<Value = Label> {
    label().prop_filter("no digit first", |unit| !unit.as_str().starts_with(['.', ',']))
}

/// What stands around the symptoms since this version: the day of each is one that is not known yet.
fn around() -> impl Strategy<Value = (i32, CareEvent)> {
    let day = Day::FIRST;
    let question = (note(), maybe(note())).prop_map(move |(text, answer)| {
        let answer = answer.map(|text| QuestionAnswer { day, text });
        CareEvent::Question(Question { day, text, answer })
    });
    let support =
        (any_of(SupportKind::ALL), maybe(label()), maybe(any_of(Helped::ALL)), maybe(note()))
            .prop_map(move |(kind, with, helped, note)| {
                let place = with.clone();
                CareEvent::Support(SupportSession { day, kind, with, place, helped, note })
            });
    let consent = (any_of(ConsentKind::ALL), label(), any::<bool>(), any::<bool>(), maybe(note()))
        .prop_map(move |(kind, about, signed, withdrawn, place)| {
            let (signed, withdrawn) = (signed.then_some(day), withdrawn.then_some(day));
            CareEvent::Consent(Consent { day, kind, about, signed, withdrawn, place })
        });
    let schedule = prop::sample::select(vec!["as-needed", "08:00", "07:05,19:30 14/7"]);
    let medicine = (any_of(MedicineKind::ALL), label(), schedule, maybe(label()), any::<bool>())
        .prop_map(move |(kind, name, schedule, dose, ends)| {
            let (schedule, until) = (schedule.parse().unwrap(), ends.then_some(day));
            CareEvent::Medicine(Medicine { day, name, kind, dose, schedule, until })
        });
    let status = any_of(IntakeStatus::ALL);
    let intake = (status, label(), maybe(0..1440_u16), maybe(any_of(Relief::ALL)), maybe(note()))
        .prop_map(move |(status, medicine, minute, relief, reason)| {
            CareEvent::Intake(Intake { day, medicine, minute, status, reason, relief })
        });
    let wish = (any_of(WishKind::ALL), maybe(label()), maybe(note()))
        .prop_map(move |(kind, who, place)| CareEvent::Wish(Wish { day, kind, who, place }));
    let reason = maybe(any_of(ChangeReason::ALL));
    let change = (any_of(ChangeKind::ALL), maybe(label()), reason, maybe(note())).prop_map(
        move |(kind, treatment, reason, note)| {
            CareEvent::Change(TreatmentChange { day, kind, treatment, until: None, reason, note })
        },
    );
    let told = prop_oneof![question, support, consent, medicine, intake, wish, change];
    // A dose of today may still be to come.
    (-40..0, told)
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

/// The same on another day, all of it.
pub fn on(event: CareEvent, day: Day) -> CareEvent {
    let some = |known: Option<Day>| known.map(|_| day);
    match event {
        CareEvent::Lab(one) => CareEvent::Lab(LabResult { day, ..one }),
        CareEvent::Imaging(one) => CareEvent::Imaging(ImagingStudy { day, ..one }),
        CareEvent::Appointment(one) => CareEvent::Appointment(Appointment { day, ..one }),
        CareEvent::Question(Question { text, answer, .. }) => {
            let answer = answer.map(|answer| QuestionAnswer { day, ..answer });
            CareEvent::Question(Question { day, text, answer })
        }
        CareEvent::Support(one) => CareEvent::Support(SupportSession { day, ..one }),
        CareEvent::Consent(one) => {
            let (signed, withdrawn) = (some(one.signed), some(one.withdrawn));
            CareEvent::Consent(Consent { day, signed, withdrawn, ..one })
        }
        CareEvent::Medicine(one) => {
            CareEvent::Medicine(Medicine { day, until: some(one.until), ..one })
        }
        CareEvent::Intake(one) => CareEvent::Intake(Intake { day, ..one }),
        CareEvent::Wish(one) => CareEvent::Wish(Wish { day, ..one }),
        CareEvent::Change(one) => CareEvent::Change(TreatmentChange { day, ..one }),
    }
}
