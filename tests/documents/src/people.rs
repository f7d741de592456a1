//! The people the documents are about, all made up: ten weeks, two years, ten years, and one with hostile text everywhere.

use std::sync::Arc;

use vigie_model::{
    AppointmentKind, Author, By, CareEvent, Conclusion, Day, ImagingKind, ImagingStudy, Moment,
    Painkiller, SymptomCode, Temperature, TreatmentKind, TreatmentLine,
};
use vigie_report::PromptStory;
use vigie_watch::{
    Basis, Channel, Evidence, Finding, Outcome, OutcomeKind, Prompt, PromptLevel, Subject,
};

use crate::around;
use crate::care;
use crate::made_up::{Course, Journal, course, day, entry_of, fill, item, label, note, rated};

/// Ten weeks of someone on chemotherapy whose hip begins to hurt.
pub fn ten_weeks() -> Journal {
    let mut journal = Journal::empty("2026-09-14", 70);
    journal.profile.name = Some(label("Claire Martin (personne inventée)"));
    journal.profile.treatments = vec![TreatmentLine {
        regimen: Some(label("FOLFOX")),
        cycle_days: Some(14),
        started: Some(day("2026-07-06")),
        ..TreatmentLine::new(TreatmentKind::Chemotherapy)
    }];
    let courses = [
        course("fatigue", 3.2, 5.0, 3.0, 0),
        course("nausea", 2.6, 0.6, 4.0, 0),
        course("appetite", 2.0, 2.2, 2.6, 0),
        course("pain:hip-left", 1.5, 7.0, 0.0, 38),
        course("tingling", 0.6, 3.2, 0.6, 0),
        course("sleep", 3.0, 3.4, 0.8, 0),
        course("mouth-sores", 2.2, 0.0, 0.8, 0),
        course("diarrhoea", 0.3, 0.2, 2.0, 0),
        course("worry", 3.4, 3.6, 0.0, 0),
        course("own:goût de métal", 2.4, 1.0, 1.0, 0),
    ];
    fill(&mut journal, &courses, 7);
    for (offset, text) in [
        (6, "Première semaine correcte, j’ai pu marcher une heure dimanche."),
        (17, "Les nausées durent moins longtemps qu’à la cure d’avant."),
        (40, "Mal à la hanche en montant l’escalier. Ça passe au repos."),
        (
            52,
            "La hanche me réveille maintenant vers 4 h du matin ; je dors mieux dans le fauteuil.",
        ),
        (
            63,
            "Fatigué. J’ai annulé le repas de famille, je ne me voyais pas rester assis aussi \
              longtemps avec cette hanche, et de toute façon tout a un goût de métal depuis la \
              dernière cure, même l’eau. Je préfère qu’on en parle à la consultation plutôt que \
              d’attendre encore deux semaines.",
        ),
    ] {
        entry_of(&mut journal, offset).note = Some(note(text));
    }
    for (offset, text) in [
        (33, "Est-ce que les fourmillements vont partir après la fin du traitement ?"),
        (56, "Faut-il passer une radio pour la hanche ?"),
        (66, "Puis-je décaler la cure de décembre d’une semaine pour le mariage de ma fille ?"),
    ] {
        entry_of(&mut journal, offset).question = Some(note(text));
    }
    entry_of(&mut journal, 56).treatment_change = Some(Some(label("oxaliplatine à 75 %")));
    entry_of(&mut journal, 44).measures.temperature = Temperature::try_from(3_840).ok();
    journal.prompts = prompts(journal.from);
    journal.care = care::ten_weeks(journal.from);
    journal
}

fn finding(rule: &str, channel: Channel, level: PromptLevel, subject: Subject, on: Day) -> Finding {
    Finding {
        rule: rule.to_owned(),
        channel,
        level,
        at_once: false,
        items: vec![subject],
        score: None,
        threshold: None,
        evidence: Evidence::on(on),
    }
}

fn prompt(finding: Finding, at: Moment) -> Prompt {
    Prompt {
        day: at.day(),
        at,
        level: finding.level,
        at_once: finding.at_once,
        findings: vec![finding],
        pack: "vigie-general".to_owned(),
        pack_version: 1,
    }
}

/// Three calls to act, one of them still open.
fn prompts(from: Day) -> Vec<PromptStory> {
    let outcome = |at: Moment, kind, contact: Option<&str>, advice: Option<&str>| Outcome {
        at,
        kind,
        contact: contact.map(label),
        advice: advice.map(note),
    };
    let fever_at = Moment::at(from.plus(44), 21 * 60 + 5, 60);
    let mut fever =
        finding("fever", Channel::Flag, PromptLevel::Today, Subject::Temperature, fever_at.day());
    fever.at_once = true;
    fever.evidence.now = Some(38.4);
    let hip_at = Moment::at(from.plus(50), 19 * 60, 60);
    let hip = Subject::Item(item("pain:hip-left"));
    let mut new_pain = finding("new-pain", Channel::Trend, PromptLevel::Mention, hip, hip_at.day());
    new_pain.evidence = Evidence { answers: 5, now: Some(4.4), ..Evidence::on(hip_at.day()) };
    let tired_at = Moment::at(from.plus(66), 18 * 60, 60);
    let tired = Subject::Item(SymptomCode::Fatigue.into());
    let mut trend = finding("trend", Channel::Trend, PromptLevel::Today, tired, tired_at.day());
    trend.evidence = Evidence {
        answers: 7,
        now: Some(6.4),
        before: Some(4.1),
        before_answers: Some(19),
        basis: Some(Basis::SameCycleDays { cycles: 3 }),
        ..Evidence::on(tired_at.day())
    };
    vec![
        PromptStory {
            prompt: prompt(fever, fever_at),
            carried_to: None,
            texts: Arc::default(),
            felt: None,
            outcomes: vec![
                outcome(fever_at.plus_minutes(12), OutcomeKind::NoAnswer, Some("Mme Durand"), None),
                outcome(
                    fever_at.plus_minutes(40),
                    OutcomeKind::Reached,
                    Some("astreinte"),
                    Some(
                        "Venir aux urgences pour une prise de sang ; sortie le lendemain, antibiotiques 7 jours.",
                    ),
                ),
            ],
        },
        PromptStory {
            prompt: prompt(new_pain, hip_at),
            carried_to: None,
            texts: Arc::default(),
            felt: None,
            outcomes: vec![outcome(
                hip_at.plus_minutes(900),
                OutcomeKind::Reached,
                Some("Mme Durand"),
                Some("En parler à la consultation, rappeler si la douleur dépasse 6."),
            )],
        },
        PromptStory {
            prompt: prompt(trend, tired_at),
            carried_to: None,
            texts: Arc::default(),
            felt: None,
            outcomes: vec![outcome(tired_at.plus_minutes(30), OutcomeKind::Later, None, None)],
        },
    ]
}

/// Two years with twenty symptoms and nine places of pain.
pub fn two_years() -> Journal {
    years(Journal::empty("2024-12-02", 730))
}

/// Ten years with twenty symptoms and nine places of pain.
pub fn ten_years() -> Journal {
    years(Journal::empty("2016-12-05", 3_650))
}

/// Twenty symptoms and nine places of pain over the whole of a period, a note every fifth day, a prompt every two weeks.
fn years(mut journal: Journal) -> Journal {
    let days = journal.to.since(journal.from) + 1;
    journal.profile.name = Some(label("Paul Inventé"));
    let codes = SymptomCode::ALL.iter().map(|code| code.code().to_owned());
    let sites = [
        "hip-left",
        "hip-right",
        "lower-back",
        "head",
        "shoulder-right",
        "knee-left",
        "chest",
        "neck",
        "ribs-left",
    ];
    let courses: Vec<Course> = codes
        .chain(sites.iter().map(|site| format!("pain:{site}")))
        .enumerate()
        .map(|(i, code)| {
            let level = f64::from(u32::try_from(i % 6).unwrap());
            course(&code, level, 5.0 - level, 2.0, 0)
        })
        .collect();
    fill(&mut journal, &courses, 11);
    for offset in (0..days).step_by(5) {
        entry_of(&mut journal, offset).note =
            Some(note(&format!("Note du jour {offset}. ").repeat(12)));
    }
    let story = prompts(journal.from);
    for shift in 0..days / 48 {
        for one in &story {
            let mut one = one.clone();
            one.prompt.day = one.prompt.day.plus(shift * 40);
            one.prompt.at = one.prompt.at.plus_minutes(i64::from(shift) * 40 * 24 * 60);
            journal.prompts.push(one);
        }
    }
    journal
}

/// Ten weeks with everything in them that a PDF, a page or a spreadsheet could choke on.
pub fn hostile() -> Journal {
    let mut journal = ten_weeks();
    journal.profile.name = Some(label("<script>alert(1)</script> 🙂"));
    let long = "Je raconte tout. ".repeat(1_170);
    for (offset, text) in [
        (69, "🙂 سلام عليكم \u{202e}abc\u{0}\u{7}\u{200b}\u{feff}\tfin\r\nde note \u{fffd}\u{fffe}"),
        (68, "=cmd|' /C calc'!A0 \\ ( ) %PDF <</Type/Catalog>> endobj"),
        (67, &"x".repeat(20_000)),
        (66, long.as_str()),
        (65, "Ελληνικά, кириллица, → ≥ − œ"),
    ] {
        entry_of(&mut journal, offset).note = Some(note(text));
        entry_of(&mut journal, offset).question = Some(note(text));
    }
    entry_of(&mut journal, 60).answer(item("own:🙂🙂 <b>سلام</b>"), rated(7));
    entry_of(&mut journal, 60).administration = Some(Some(label("سلام")));
    journal.prompts[1].outcomes[0].advice = Some(note(&"🙂 rappeler ".repeat(900)));
    let last = journal.to;
    journal.care.push(care::result(
        last,
        "=cmd|' /C calc'!A0",
        ">1000",
        Some(&"µ".repeat(120)),
        "0-5",
    ));
    journal.care.push(care::result(last, "<b>CA 15-3</b> 🙂", "0.000001", Some("سلام"), "30-"));
    journal.care.push(care::appointment(last, AppointmentKind::Rcp, Some(long.as_str())));
    // Every other field a person can write in.
    let names: [String; 6] = [
        "=HYPERLINK(\"http://x\";\"y\")".to_owned(),
        "</script><img src=x onerror=alert(1)> & &amp; \"'`".to_owned(),
        "-2+3 @SUM(A1) ; \t une autre cellule, \"citée\"".to_owned(),
        "\u{202e}à l’envers\u{202c} \u{0} \u{1b}[31m".to_owned(),
        "W".repeat(120),
        "🙂".repeat(120),
    ];
    for (offset, name) in (50..).zip(&names) {
        let entry = entry_of(&mut journal, offset);
        entry.treatment_change = Some(Some(label(name)));
        entry.administration = Some(Some(label(name)));
        entry.painkillers.push(Painkiller { name: label(name), helped: None });
        let own: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
        entry.answer(item(&format!("own:{own}")), rated(9));
        entry.author = Author::Caregiver(label(name));
        around::hostile(&mut journal, name);
        journal.care.push(By::person(CareEvent::Imaging(ImagingStudy {
            day: last,
            kind: ImagingKind::Other,
            place: Some(label(name)),
            conclusion: Conclusion::Unclear,
            told: Some(note(name)),
        })));
    }
    journal.profile.treatments[0].regimen = Some(label(&names[1]));
    for (outcome, name) in
        journal.prompts.iter_mut().flat_map(|story| &mut story.outcomes).zip(&names)
    {
        outcome.contact = Some(label(name));
    }
    journal
}
