//! What a registry does not tell rules nothing out and is told.

use super::*;

#[test]
fn of_a_trial_that_tells_all_nothing_is_unknown() {
    assert_eq!(unknown(told(), &person()), []);
}

/// What is said when a trial is changed so.
type Case = (Unknown, fn(&mut Trial));

#[test]
fn each_thing_that_is_not_told_is_said() {
    let cases: [Case; 8] = [
        (Unknown::Status, |trial| trial.status = Status::Unknown),
        (Unknown::Phase, |trial| trial.phases.clear()),
        (Unknown::Country, |trial| {
            trial.countries = texts(&["BE"]);
            trial.country_unread = true;
            trial.sites[0].country = None;
        }),
        (Unknown::Distance, |trial| {
            trial.sites = vec![site("Clinique", "Villefranche", "FR", None)];
        }),
        (Unknown::Age, |trial| (trial.min_age, trial.max_age) = (None, None)),
        (Unknown::Sex, |trial| trial.sex = SexAllowed::Unknown),
        (Unknown::Criteria, |trial| trial.eligibility = Eligibility::default()),
        (Unknown::PlacesClosed, |trial| trial.sites[0].status = Some(Status::Over)),
    ];
    for (what, change) in cases {
        let mut trial = told();
        change(&mut trial);
        assert_eq!(unknown(trial, &person()), [what]);
    }
}

#[test]
fn countries_without_places_leave_the_distance_unknown_even_where_nobody_asked() {
    let countries_only = Trial { sites: vec![], ..told() };
    assert_eq!(unknown(countries_only.clone(), &person()), [Unknown::Distance]);
    assert_eq!(unknown(countries_only, &TrialProfile::of(&["sein"])), [Unknown::Distance]);
}

#[test]
fn an_observational_study_without_phase_passes_any_wish_for_phases() {
    let study = Trial { phases: vec![], kind: StudyKind::Observational, ..told() };
    assert_eq!(unknown(study, &person()), [Unknown::Phase]);
}

#[test]
fn no_country_told_at_all_is_unknown() {
    let nowhere = Trial { countries: vec![], sites: vec![], ..told() };
    assert_eq!(unknown(nowhere, &person()), [Unknown::Country, Unknown::Distance]);
}

#[test]
fn one_limit_of_age_is_enough_to_know() {
    assert_eq!(unknown(Trial { max_age: None, ..told() }, &person()), []);
}

#[test]
fn a_town_that_the_table_does_not_know_is_found_among_the_places_of_the_registry() {
    let place = Place::City("Villefranche-sur-Saône".to_owned());
    let profile = TrialProfile { place: Some(place), within_km: Some(20.0), ..person() };
    let near = Trial { id: "NCT00000002".to_owned(), ..told() };
    let town = site("Hôpital", "VILLEFRANCHE SUR SAONE", "FR", Some((45.98, 4.72)));
    let there = Trial { id: "NCT00000003".to_owned(), sites: vec![town], ..told() };
    // Lyon is 28 km away: a no, once the town is known, though it came first.
    let list = shortlist([near.clone(), there], &profile);
    assert_eq!(list.iter().map(|one| one.trial.id.as_str()).collect::<Vec<_>>(), ["NCT00000003"]);
    assert_eq!(list[0].sites[0].km, Some(0.0));
    // Of two places there it is the same one, whichever comes first.
    let other = site("Clinique", "Villefranche-sur-Saône", "FR", Some((45.99, 4.73)));
    let other = Trial { id: "NCT00000004".to_owned(), sites: vec![other], ..told() };
    let third = site("Clinique", "Anse", "FR", Some((45.94, 4.72)));
    let third = Trial { id: "NCT00000005".to_owned(), sites: vec![third], ..told() };
    let backwards = shortlist([third.clone(), other.clone(), near.clone()], &profile);
    assert_eq!(shortlist([near.clone(), other, third], &profile), backwards);
    // A registry that does not know the town either rules nothing out.
    assert_eq!(unknown(near, &profile), [Unknown::Town]);
}

#[test]
fn places_in_other_countries_are_not_listed_and_a_country_that_was_not_read_is() {
    let mut sites = told().sites;
    sites.push(site("HUG", "Genève", "CH", Some((46.2, 6.15))));
    sites.push(Site { country: None, ..site("Clinique", "Vienne", "FR", None) });
    let listed = passed(Trial { sites, ..told() }, &person()).unwrap().sites;
    let towns: Vec<_> = listed.iter().map(|near| near.site.city.as_deref().unwrap()).collect();
    assert_eq!(towns, ["Lyon", "Vienne"]);
}
