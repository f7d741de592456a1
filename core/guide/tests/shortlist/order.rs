//! Best first, and always in the same order.

use vigie_guide::trials::Shortlist;

use super::*;

fn ids(trials: Vec<Trial>, profile: &TrialProfile) -> Vec<String> {
    shortlist(trials, profile).into_iter().map(|found| found.trial.id).collect()
}

/// A trial with this number.
fn numbered(id: &str, trial: Trial) -> Trial {
    Trial { id: id.to_owned(), ..trial }
}

#[test]
fn the_nearer_disease_then_who_takes_people_then_keywords_then_distance() {
    let profile = TrialProfile {
        conditions: texts(&["CBNPC"]),
        keywords: texts(&["EGFR"]),
        within_km: None,
        ..person()
    };
    let egfr = |trial: Trial| Trial { keywords: texts(&["EGFR"]), ..trial };
    let far = site("CHU", "Lille", "FR", Some(LILLE));
    let closed = Site { status: Some(Status::Over), ..told().sites[0].clone() };
    let expected = vec![
        numbered("NCT9", egfr(about(&["NSCLC"]))),
        numbered("NCT8", egfr(Trial { sites: vec![far], ..about(&["NSCLC"]) })),
        numbered("NCT7", egfr(Trial { sites: vec![closed], ..about(&["NSCLC"]) })),
        numbered("NCT6", about(&["NSCLC"])),
        numbered("NCT5", Trial { status: Status::NotYetRecruiting, ..about(&["NSCLC"]) }),
        numbered("NCT4", Trial { status: Status::Unknown, ..about(&["NSCLC"]) }),
        numbered("NCT3", about(&["Lung Cancer"])),
        numbered("NCT2", about(&["Solid Tumors"])),
    ];
    let order: Vec<String> = expected.iter().map(|trial| trial.id.clone()).collect();
    assert_eq!(ids(expected.clone(), &profile), order);
    let backwards = expected.into_iter().rev().collect();
    assert_eq!(ids(backwards, &profile), order, "the order they come in does not matter");
}

#[test]
fn where_all_is_equal_the_number_decides() {
    let trials = vec![numbered("NCT3", told()), numbered("NCT1", told()), numbered("NCT2", told())];
    assert_eq!(ids(trials, &person()), ["NCT1", "NCT2", "NCT3"]);
}

#[test]
fn of_two_files_the_newer_record_is_believed_whichever_comes_first() {
    let dated = |date: &str, status| Trial { updated: Some(date.to_owned()), status, ..told() };
    let old = dated("2025-12", Status::Recruiting);
    let new = dated("2026-03", Status::Over);
    assert_eq!(ids(vec![old.clone(), new.clone()], &person()), [""; 0]);
    assert_eq!(ids(vec![new, old.clone()], &person()), [""; 0]);
    assert_eq!(ids(vec![old.clone(), old], &person()).len(), 1);
}

#[test]
fn of_two_records_of_one_day_the_fuller_is_believed_whichever_comes_first() {
    let short = Trial { eligibility: Eligibility::default(), ..told() };
    for pair in [[short.clone(), told()], [told(), short]] {
        let list = shortlist(pair, &person());
        assert_eq!(list.iter().map(|one| &one.trial).collect::<Vec<_>>(), [&told()]);
    }
}

#[test]
fn offered_one_at_a_time_it_is_the_same_list() {
    let trials =
        vec![told(), numbered("NCT2", about(&["Prostate Cancer"])), numbered("NCT3", told())];
    let profile = person();
    let mut list = Shortlist::new(&profile);
    trials.iter().cloned().for_each(|trial| list.offer(trial));
    assert_eq!(list.finish(), shortlist(trials, &profile));
}

#[test]
fn places_stand_nearest_first_and_a_closed_one_is_marked() {
    let mut sites = vec![site("CHU", "Lille", "FR", Some(LILLE)), told().sites.remove(0)];
    sites[1].status = Some(Status::Suspended);
    let profile = TrialProfile { within_km: None, ..person() };
    let near = passed(Trial { sites, ..told() }, &profile).unwrap().sites;
    assert_eq!(near[0].site.city.as_deref(), Some("Lyon"));
    assert!(near[0].is_closed() && !near[1].is_closed());
    assert!((near[1].km.unwrap() - 558.0).abs() < 5.0, "{:?}", near[1].km);
}
