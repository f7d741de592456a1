//! `vigie init`: a new journal, with a list, contacts, and a recovery code to keep on paper.

use std::sync::Arc;

use serde_json::json;
use vigie_journal::{
    CareContact, CareRole, Journal, JournalError, KdfParams, Label, NewKey, OpeningHours, Profile,
    TreatmentKind, TreatmentLine, Words, guide,
};

use crate::args::Init;
use crate::commands::code;
use crate::dialog::{Dialog, Terminal, ask_until};
use crate::exit::Failure;
use crate::session::Session;

pub fn run(session: &Session, args: Init) -> Result<(), Failure> {
    let dir = session.dir();
    let mut profile = given(&args)?;
    if Journal::is_there(&dir) {
        // Nobody answers questions for a journal that will not be made.
        return Err(JournalError::AlreadyThere.into());
    }
    let passphrase = session.new_passphrase()?;
    passphrase.check_new().map_err(JournalError::from)?;
    if session.can_ask() {
        ask_missing(session.words, &mut Terminal, &mut profile);
    }
    if profile.list.is_empty() {
        let kind = profile.treatments.first().map_or(TreatmentKind::Chemotherapy, |t| t.kind);
        profile.list = kind.proposed_list();
    }
    let clock = Arc::clone(&session.clock);
    let key = NewKey::Passphrase(&passphrase, KdfParams::default());
    let (journal, code) = Journal::create(&dir, key, session.anchoring(), clock)?;
    let (words, dir) = (session.words, dir.display().to_string());
    let report = json!({ "dir": dir, "recovery_code": code.to_string() });
    let said = words.with("init-done", &[("dir", dir.into())]) + "\n";
    // What is wrong with the journal now is said once its code has been shown.
    let described = journal.set_profile(profile);
    code::show_made(session, &said, &code, &report)?;
    described?;
    if !session.common.json {
        println!("{}", words.text("init-next"));
    }
    Ok(())
}

/// What was given on the command line.
fn given(args: &Init) -> Result<Profile, Failure> {
    let cycle_days = args.cycle_days;
    if cycle_days.is_some_and(|days| !(7..=60).contains(&days)) {
        return Err(
            vigie_journal::Invalid::new("cycle", vigie_journal::Allowed::CycleLength).into()
        );
    }
    let regimen = args.regimen.as_deref().map(|r| Label::new("treatment", r)).transpose()?;
    let treatment = args.treatment.map(|kind| TreatmentLine {
        regimen,
        cycle_days,
        ..TreatmentLine::new(kind)
    });
    Ok(Profile {
        name: args.name.as_deref().map(|name| Label::new("name", name)).transpose()?,
        list: args.list.clone(),
        treatments: treatment.into_iter().collect(),
        contacts: args.contact.iter().map(|text| contact(text)).collect::<Result<_, _>>()?,
        ..Profile::default()
    })
}

/// Reads `nurse;Mme Martin;01 23 45 67 89;mon-fri 09:00-17:00;01 23 45 67 00`; the last two may
/// be left out.
pub fn contact(text: &str) -> Result<CareContact, Failure> {
    let parts: Vec<&str> = text.split(';').map(str::trim).collect();
    let (role, name, phone, hours, night) = match parts.as_slice() {
        [role, name, phone] => (role, name, phone, "", ""),
        [role, name, phone, hours] => (role, name, phone, *hours, ""),
        [role, name, phone, hours, night] => (role, name, phone, *hours, *night),
        _ => return Err(Failure::Contact),
    };
    let hours: Option<OpeningHours> = match hours {
        "" => None,
        hours => Some(hours.parse()?),
    };
    Ok(CareContact {
        role: role.parse().map_err(|_| Failure::Contact)?,
        name: Label::new("name", name)?,
        phone: CareContact::phone_number(phone)?,
        hours,
        out_of_hours: match night {
            "" => None,
            night => Some(CareContact::phone_number(night)?),
        },
    })
}

/// Asks for what was not given; every question may be passed.
fn ask_missing(words: &Words, dialog: &mut dyn Dialog, profile: &mut Profile) {
    dialog.say(&words.text("init-purpose"));
    if profile.treatments.is_empty() {
        dialog.say(&words.text("init-treatment"));
        for (number, kind) in (1..).zip(TreatmentKind::ALL) {
            let explained = guide::treatment(words, *kind);
            dialog.say(&format!("  {number}  {} — {explained}", words.treatment(*kind)));
        }
        let kind = ask_until(dialog, &words.text("ask-number"), |answer| {
            let chosen = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            chosen.and_then(|n| TreatmentKind::ALL.get(n).copied()).ok_or_else(|| {
                words.with("ask-number-again", &[("n", TreatmentKind::ALL.len().into())])
            })
        });
        profile.treatments.extend(kind.map(TreatmentLine::new));
    }
    if profile.contacts.is_empty() {
        let asked =
            [(CareRole::Nurse, "init-contact-name"), (CareRole::Relative, "init-relative-name")];
        profile.contacts.extend(
            asked.iter().filter_map(|(role, name)| ask_contact(words, dialog, *role, name)),
        );
    }
}

/// Asks for a name, and for a number when there is a name.
fn ask_contact(
    words: &Words,
    dialog: &mut dyn Dialog,
    role: CareRole,
    question: &str,
) -> Option<CareContact> {
    let name = ask_until(dialog, &words.text(question), |answer| {
        Label::new("name", answer).map_err(|invalid| words.invalid(&invalid))
    })?;
    let phone = ask_until(dialog, &words.text("init-contact-phone"), |answer| {
        CareContact::phone_number(answer).map_err(|invalid| words.invalid(&invalid))
    })?;
    Some(CareContact { role, name, phone, hours: None, out_of_hours: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialog::Script;
    use vigie_journal::Lang;

    #[test]
    fn a_contact_is_read_with_and_without_hours() {
        let whole = contact("nurse; Mme Martin; 01 23 45 67 89; mon-fri 09:00-17:00; 15").unwrap();
        assert_eq!(whole.out_of_hours.unwrap().as_str(), "15");
        assert!(contact("gp;Dr Petit;01 00 00 00 00").unwrap().hours.is_none());
        assert_eq!(contact("relative;Paul;06 00 00 00 00").unwrap().role, CareRole::Relative);
        for text in ["", "nurse;A", "cook;A;01 00", "nurse;A;call me", "nurse;A;0123;always"] {
            assert!(contact(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_question_of_the_first_run_may_be_passed() {
        let mut profile = Profile::default();
        let mut script = Script::new(&["", "", ""]);
        ask_missing(Words::of(Lang::Fr), &mut script, &mut profile);
        assert_eq!(profile, Profile::default());
    }

    #[test]
    fn a_wrong_number_is_asked_again() {
        let mut profile = Profile::default();
        let mut script = Script::new(&["12", "3", "Mme Martin", "call me", "01 23 45 67 89"]);
        ask_missing(Words::of(Lang::En), &mut script, &mut profile);
        assert_eq!(profile.treatments[0].kind, TreatmentKind::Immunotherapy);
        assert_eq!(profile.contacts[0].phone.as_str(), "01 23 45 67 89");
        assert_eq!(profile.contacts.len(), 1);
    }

    #[test]
    fn a_relative_is_asked_for_and_may_be_the_only_one() {
        let mut profile = Profile::default();
        let mut script = Script::new(&["", "", "Paul", "06 00 00 00 00"]);
        ask_missing(Words::of(Lang::Fr), &mut script, &mut profile);
        assert_eq!(profile.contacts.len(), 1);
        assert_eq!(profile.contacts[0].role, CareRole::Relative);
    }
}
