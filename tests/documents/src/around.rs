//! Someone whose treatment becomes another one, with everything around the symptoms, partly told by a relative; and the same
//! with hostile text. All made up.

use vigie_model::{
    AppointmentKind, Author, By, CareEvent, ChangeKind, ChangeReason, Consent, ConsentKind, Day,
    Helped, Intake, IntakeStatus, Label, Medicine, MedicineKind, Note, Question, QuestionAnswer,
    Relief, SupportKind, SupportSession, TreatmentChange, TreatmentKind, TreatmentLine, TrialPhase,
    Wish, WishKind,
};

use crate::care;
use crate::made_up::{Journal, entry_of, label, note};
use crate::people;

/// The day on which the second line of treatment begins.
const SECOND_LINE: i32 = 46;

fn paul() -> Author {
    Author::Caregiver(label("Paul"))
}

fn by_paul(event: CareEvent) -> By<CareEvent> {
    By { author: paul(), told: event }
}

/// A session, with how it helped.
pub fn session(
    on: Day,
    kind: SupportKind,
    helped: Option<Helped>,
    said: Option<&str>,
) -> CareEvent {
    CareEvent::Support(SupportSession {
        day: on,
        kind,
        with: Some(label("Mme Roy")),
        place: Some(label("centre de soins de support")),
        helped,
        note: said.map(note),
    })
}

/// A medicine and when it is due.
pub fn medicine(on: Day, name: &str, kind: MedicineKind, schedule: &str) -> Medicine {
    let (name, schedule) = (label(name), schedule.parse().unwrap());
    Medicine { day: on, name, kind, dose: None, schedule, until: None }
}

/// A dose.
pub fn intake(on: Day, of: &str, minute: Option<u16>, status: IntakeStatus) -> Intake {
    Intake { day: on, medicine: label(of), minute, status, reason: None, relief: None }
}

/// A delay, another dose, a pause.
pub fn change(on: Day, kind: ChangeKind, reason: Option<ChangeReason>) -> TreatmentChange {
    TreatmentChange { day: on, kind, treatment: None, until: None, reason, note: None }
}

/// Ten weeks in which chemotherapy is put off, ends because the disease progressed, and a trial begins.
pub fn changed() -> Journal {
    let mut journal = people::ten_weeks();
    let from = journal.from;
    let first = &mut journal.profile.treatments[0];
    first.stopped = Some(from.plus(SECOND_LINE - 5));
    first.ended_for = Some(ChangeReason::Progression);
    journal.profile.treatments.push(TreatmentLine {
        regimen: Some(label("encorafénib + cétuximab")),
        cycle_days: Some(14),
        started: Some(from.plus(SECOND_LINE)),
        alteration: Some(label("BRAF V600E")),
        phase: Some(TrialPhase::III),
        sponsor: Some(label("Institut inventé")),
        trial_number: Some(label("NCT00000000")),
        ..TreatmentLine::new(TreatmentKind::Targeted)
    });
    given(&mut journal);
    for offset in SECOND_LINE..SECOND_LINE + 6 {
        entry_of(&mut journal, offset).author = paul();
    }
    let mut care = medicines(from);
    care.extend(support(from));
    care.extend(papers(from));
    care.extend(questions(from));
    let delayed = TreatmentChange {
        treatment: Some(label("FOLFOX")),
        until: Some(from.plus(35)),
        note: Some(note("Plaquettes trop basses.")),
        ..change(from.plus(28), ChangeKind::Delayed, Some(ChangeReason::Toxicity))
    };
    let reduced = change(from.plus(35), ChangeKind::DoseReduced, Some(ChangeReason::Toxicity));
    care.push(By::person(CareEvent::Change(delayed)));
    care.push(by_paul(CareEvent::Change(reduced)));
    let next = care::appointment(journal.to.plus(6), AppointmentKind::Consultation, None);
    care.push(by_paul(next.told));
    care.push(care::appointment(journal.to.plus(3), AppointmentKind::Test, None));
    let copied = care::result(from.plus(63), "CEA", "9.8", Some("ng/mL"), "-5");
    care.push(by_paul(copied.told));
    journal.care.extend(care);
    journal.care.sort_by_key(|one| one.told.day());
    journal
}

/// The days of treatment as they came: put off by a week, then those of the second line.
fn given(journal: &mut Journal) {
    for offset in [28, 42, 56] {
        entry_of(journal, offset).administration = None;
    }
    entry_of(journal, 35).administration = Some(Some(label("FOLFOX")));
    for offset in [SECOND_LINE, SECOND_LINE + 14] {
        entry_of(journal, offset).administration = Some(Some(label("cétuximab")));
    }
    entry_of(journal, 56).treatment_change = None;
}

fn medicines(from: Day) -> Vec<By<CareEvent>> {
    let (tablet, needed) = ("encorafénib 300 mg", "morphine 10 mg");
    let daily = Medicine {
        dose: Some(label("4 gélules")),
        ..medicine(from.plus(SECOND_LINE), tablet, MedicineKind::Anticancer, "08:00")
    };
    let against_pain = medicine(from.plus(38), needed, MedicineKind::Painkiller, "as-needed");
    let before = Medicine {
        until: Some(from.plus(2)),
        ..medicine(from.plus(-5), "ondansétron", MedicineKind::Other, "08:00,20:00")
    };
    let mut care: Vec<By<CareEvent>> =
        [daily, against_pain, before].map(|one| By::person(CareEvent::Medicine(one))).into();
    for offset in SECOND_LINE..69 {
        let day = from.plus(offset);
        let mut dose = intake(day, tablet, Some(8 * 60), IntakeStatus::Taken);
        match offset {
            // Nobody noted these.
            50 | 57 | 58 => continue,
            52 => {
                dose.status = IntakeStatus::Late;
                dose.reason = Some(note("Je me suis rendormie."));
            }
            61 => {
                dose.status = IntakeStatus::Missed;
                dose.reason = Some(note("J’ai vomi toute la matinée."));
            }
            _ => {}
        }
        let event = CareEvent::Intake(dose);
        care.push(if offset < 52 { by_paul(event) } else { By::person(event) });
    }
    let relief = [Some(Relief::Good), Some(Relief::Somewhat), None, Some(Relief::NotAtAll)];
    for (offset, relief) in (40..70).step_by(3).zip(relief.into_iter().cycle()) {
        let minute = Some(4 * 60 + 15);
        let taken = intake(from.plus(offset), needed, minute, IntakeStatus::Taken);
        care.push(By::person(CareEvent::Intake(Intake { relief, ..taken })));
    }
    care
}

fn support(from: Day) -> Vec<By<CareEvent>> {
    use SupportKind::{Physiotherapy, Psychologist};
    let said = "Parlé de la peur avant le scanner.";
    vec![
        By::person(session(from.plus(12), Physiotherapy, Some(Helped::Little), None)),
        By::person(session(from.plus(19), Physiotherapy, Some(Helped::Much), None)),
        by_paul(session(from.plus(47), Physiotherapy, None, None)),
        By::person(session(from.plus(30), Psychologist, Some(Helped::Much), Some(said))),
    ]
}

fn papers(from: Day) -> Vec<By<CareEvent>> {
    let consent =
        |received: i32, kind, about: &str, signed: Option<i32>, withdrawn: Option<i32>| {
            By::person(CareEvent::Consent(Consent {
                day: from.plus(received),
                kind,
                about: label(about),
                signed: signed.map(|offset| from.plus(offset)),
                withdrawn: withdrawn.map(|offset| from.plus(offset)),
                place: None,
            }))
        };
    let wish = |kind, who: Option<&str>, place: Option<&str>| {
        let (who, place) = (who.map(label), place.map(note));
        By::person(CareEvent::Wish(Wish { day: from.plus(-405), kind, who, place }))
    };
    vec![
        consent(-60, ConsentKind::Data, "biobanque de l’hôpital", Some(-58), Some(20)),
        consent(43, ConsentKind::Trial, "essai ENCO-INVENTÉ", Some(45), None),
        consent(43, ConsentKind::Leaflet, "cétuximab", None, None),
        wish(WishKind::TrustedPerson, Some("Paul Martin"), None),
        wish(WishKind::Directives, None, Some("tiroir du bureau, copie chez le Dr Leroy")),
    ]
}

fn questions(from: Day) -> Vec<By<CareEvent>> {
    let question = |asked: i32, text: &str, answer: Option<(i32, &str)>| {
        CareEvent::Question(Question {
            day: from.plus(asked),
            text: note(text),
            answer: answer
                .map(|(on, text)| QuestionAnswer { day: from.plus(on), text: note(text) }),
        })
    };
    vec![
        By::person(question(
            56,
            "Faut-il passer une radio pour la hanche ?",
            Some((60, "Oui, une IRM : elle est faite.")),
        )),
        by_paul(question(
            43,
            "Est-ce que je peux l’accompagner pour la première perfusion ?",
            Some((45, "Oui.")),
        )),
        by_paul(question(64, "Qui appeler la nuit si la douleur ne cède pas ?", None)),
    ]
}

/// Adds one of everything with this text wherever a person can write.
pub fn hostile(journal: &mut Journal, text: &str) {
    let (on, name, words): (Day, Label, Note) = (journal.to.plus(-3), label(text), note(text));
    let answer = QuestionAnswer { day: on, text: words.clone() };
    let dose = intake(on, text, None, IntakeStatus::Missed);
    let needed = intake(on, "goutte", Some(0), IntakeStatus::Taken);
    let line = &mut journal.profile.treatments[0];
    line.alteration = Some(name.clone());
    line.sponsor = Some(name.clone());
    line.trial_number = Some(name.clone());
    let all = [
        CareEvent::Question(Question { day: on, text: words.clone(), answer: Some(answer) }),
        CareEvent::Support(SupportSession {
            day: on,
            kind: SupportKind::Other,
            with: Some(name.clone()),
            place: Some(name.clone()),
            helped: None,
            note: Some(words.clone()),
        }),
        CareEvent::Consent(Consent {
            day: on,
            kind: ConsentKind::Trial,
            about: name.clone(),
            signed: None,
            withdrawn: None,
            place: Some(words.clone()),
        }),
        CareEvent::Medicine(Medicine {
            dose: Some(name.clone()),
            ..medicine(on, text, MedicineKind::Other, "08:00,20:00 21/7")
        }),
        CareEvent::Intake(Intake { reason: Some(words.clone()), ..dose }),
        CareEvent::Intake(Intake { reason: Some(words.clone()), ..needed }),
        CareEvent::Wish(Wish {
            day: on,
            kind: WishKind::Directives,
            who: Some(name.clone()),
            place: Some(words.clone()),
        }),
        CareEvent::Change(TreatmentChange {
            treatment: Some(name.clone()),
            note: Some(words),
            ..change(on, ChangeKind::Paused, None)
        }),
    ];
    let author = Author::Caregiver(name);
    journal.care.extend(all.map(|told| By { author: author.clone(), told }));
}

/// One of everything that has a code.
pub fn everything(on: Day) -> Vec<By<CareEvent>> {
    let mut all: Vec<CareEvent> = Vec::new();
    let helped = Helped::ALL.iter().copied().map(Some).chain([None]).cycle();
    let supported = SupportKind::ALL.iter().zip(helped);
    all.extend(supported.map(|(kind, helped)| session(on, *kind, helped, None)));
    for (number, kind) in MedicineKind::ALL.iter().enumerate() {
        let name = format!("médicament {number}");
        let until = Some(on.plus(i32::try_from(number).unwrap() - 1)).filter(|day| *day >= on);
        let told = Medicine { until, ..medicine(on, &name, *kind, "08:00,20:00") };
        all.push(CareEvent::Medicine(told));
        for status in IntakeStatus::ALL {
            all.push(CareEvent::Intake(intake(on, &name, None, *status)));
        }
    }
    for relief in Relief::ALL {
        let taken = intake(on, "au besoin", Some(1_439), IntakeStatus::Taken);
        all.push(CareEvent::Intake(Intake { relief: Some(*relief), ..taken }));
    }
    let reasons = ChangeReason::ALL.iter().copied().map(Some).chain([None]);
    for (kind, reason) in ChangeKind::ALL.iter().cycle().zip(reasons) {
        all.push(CareEvent::Change(change(on, *kind, reason)));
    }
    all.into_iter().map(By::person).collect()
}
