//! The shortlist: trials pass one after the other, those that are ruled out are dropped at once, the rest come out best first.
//!
//! A trial is ruled out only by a definite no. What its registry does not tell rules nothing out: it is told as not known.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::cities::{self, Point};
use super::countries::same_country;
use super::criteria::judged;
use super::profile::Sex;
use super::reason::{Judge, Reason, Unknown};
use super::subject::{About, Field, Kinship, Sought};
use super::{Place, Registry, SexAllowed, Site, Status, Trial, TrialProfile};

/// Lines about the general state and about earlier treatments that are quoted, of each.
const LINES_QUOTED: usize = 3;

/// A trial that nothing rules out.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The trial.
    pub trial: Trial,
    /// What fits.
    pub matched: Vec<Reason>,
    /// What its registry does not tell.
    pub unknown: Vec<Unknown>,
    /// What only a doctor can judge.
    pub judge: Vec<Judge>,
    /// Its places in the country and within reach, the nearest first, then those of which the distance is not known.
    pub sites: Vec<NearSite>,
}

/// A place of a trial as seen from where somebody sets out.
#[derive(Debug, Clone, PartialEq)]
pub struct NearSite {
    /// The place.
    pub site: Site,
    /// How far, in km as the crow flies; `None` when that cannot be told.
    pub km: Option<f64>,
}

impl NearSite {
    /// Whether the place says that it takes nobody now.
    pub fn is_closed(&self) -> bool {
        self.site.status.is_some_and(is_closed)
    }
}

/// What makes one trial stand before another, the most important first.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
struct Rank {
    aside: bool,
    beyond_state: bool,
    kinship: Kinship,
    status: u8,
    keywords_missed: usize,
    places_closed: bool,
    asks: usize,
    field: Field,
    km: f64,
    unknown: usize,
}

/// Trials that were offered and passed.
#[derive(Debug)]
pub struct Shortlist<'a> {
    profile: &'a TrialProfile,
    sought: Sought,
    /// Where the person sets out: several points where several towns have that name.
    from: Vec<Point>,
    /// Their town, when the table does not know it: it is looked for among the registry's places.
    town: Option<&'a str>,
    /// What was found of it there: a point each cell of a hundredth of a degree, about 1 km.
    learnt: BTreeMap<(i32, i32), Point>,
    kept: HashMap<(Registry, String), (Trial, About)>,
    /// The date and [`fullness`] of the best record of each trial so far: of two files the newer one is believed.
    newest: HashMap<(Registry, String), (Option<String>, usize)>,
}

/// The trials that nothing rules out, best first.
pub fn shortlist(trials: impl IntoIterator<Item = Trial>, profile: &TrialProfile) -> Vec<Match> {
    let mut list = Shortlist::new(profile);
    trials.into_iter().for_each(|trial| list.offer(trial));
    list.finish()
}

impl<'a> Shortlist<'a> {
    /// An empty list.
    pub fn new(profile: &'a TrialProfile) -> Self {
        let from = profile.points();
        // The table has French towns only: 'Paris' for somebody who looks for trials in Canada may be another.
        let abroad = profile.country.as_ref().is_some_and(|code| !same_country(code, "FR"));
        let town = match &profile.place {
            Some(Place::City(city)) if from.is_empty() || abroad => Some(city.as_str()),
            _ => None,
        };
        let (learnt, kept, newest) = (BTreeMap::new(), HashMap::new(), HashMap::new());
        Self { profile, sought: Sought::new(profile), from, town, learnt, kept, newest }
    }

    /// The diseases of the profile that are in no table, as the person wrote them: only their very words are looked for, and
    /// trials of many cancers are kept beside.
    pub fn not_understood(&self) -> Vec<String> {
        self.sought.not_understood().to_vec()
    }

    /// Keeps a trial, unless something rules it out.
    pub fn offer(&mut self, trial: Trial) {
        self.learn_town(&trial);
        let key = (trial.registry, trial.id.clone());
        let record = (trial.updated.clone(), fullness(&trial));
        match self.newest.get_mut(&key) {
            Some(newest) if *newest >= record => return,
            Some(newest) => {
                *newest = record;
                self.kept.remove(&key);
            }
            None => drop(self.newest.insert(key.clone(), record)),
        }
        if let Some(about) = self.passes(&trial) {
            self.kept.insert(key, (trial, about));
        }
    }

    /// The points of the person's town, from the places of the registry there: of several in one cell the southernmost, so that
    /// the order of the records does not matter.
    fn learn_town(&mut self, trial: &Trial) {
        let Some(city) = self.town else { return };
        let there = |site: &&Site| {
            is_home(self.profile, site)
                && site.city.as_deref().is_some_and(|town| cities::same(town, city))
        };
        for point in trial.sites.iter().filter(there).filter_map(|site| site.point) {
            // Degrees: they fit.
            let cell = |degrees: f64| (100.0 * degrees).round() as i32;
            let kept = self.learnt.entry((cell(point.0), cell(point.1))).or_insert(point);
            let order = point.0.total_cmp(&kept.0).then_with(|| point.1.total_cmp(&kept.1));
            if order == Ordering::Less {
                *kept = point;
            }
        }
    }

    /// What the trial has to do with the person; `None` for a definite no that needs no distance.
    fn passes(&self, trial: &Trial) -> Option<About> {
        let profile = self.profile;
        let status = trial.status == Status::Unknown
            || profile.status.as_ref().is_none_or(|kept| kept.contains(&trial.status));
        let phase = profile.phases.is_empty()
            || trial.phases.is_empty()
            || trial.phases.iter().any(|phase| profile.phases.contains(phase));
        let country = profile.country.as_ref().is_none_or(|code| {
            trial.countries.is_empty() || trial.country_unread || in_country(trial, code)
        });
        let age = profile.age.is_none_or(|age| {
            let (young, old) = (f64::from(age) + 1.0, f64::from(age));
            trial.min_age.is_none_or(|min| young > min)
                && trial.max_age.is_none_or(|max| old <= max)
        });
        let sex = match (profile.sex, trial.sex) {
            (Some(Sex::Female), SexAllowed::Male) | (Some(Sex::Male), SexAllowed::Female) => false,
            (Some(_) | None, _) => true,
        };
        if !(status && phase && country && age && sex) {
            return None;
        }
        self.sought.about(trial)
    }

    /// The list, best first; the same trials give the same order, however they came.
    pub fn finish(self) -> Vec<Match> {
        let Self { profile, sought, mut from, learnt, kept, .. } = self;
        from.extend(learnt.into_values());
        let told = |(trial, about)| tell(profile, &sought, &from, trial, about);
        let mut ranked: Vec<(Rank, Match)> = kept.into_values().filter_map(told).collect();
        ranked.sort_by(|(rank, one), (other_rank, other)| {
            let order = rank.partial_cmp(other_rank).unwrap_or(Ordering::Equal);
            order
                .then_with(|| one.trial.id.cmp(&other.trial.id))
                .then_with(|| one.trial.registry.cmp(&other.trial.registry))
        });
        ranked.into_iter().map(|(_, found)| found).collect()
    }
}

/// How much a record tells: of two of one day, a search's result tells less than the whole record.
fn fullness(trial: &Trial) -> usize {
    let criteria = &trial.eligibility;
    let lines = criteria.inclusion.len() + criteria.exclusion.len() + criteria.undivided.len();
    lines
        + trial.sites.len()
        + trial.countries.len()
        + trial.conditions.len()
        + trial.keywords.len()
}

/// What there is to say of a trial that passed; `None` when every place is known to be too far.
fn tell(
    profile: &TrialProfile,
    sought: &Sought,
    from: &[Point],
    trial: Trial,
    about: About,
) -> Option<(Rank, Match)> {
    let places = Places::of(profile, from, &trial)?;
    let keywords = sought.keywords(&trial);
    let judged = judged(&trial.eligibility);
    let beyond = profile
        .performance
        .zip(judged.highest_state)
        .filter(|(state, highest)| state > highest)
        .map(|(state, highest)| Judge::BeyondState { highest, state });

    let mut unknown = unknowns(profile, &trial);
    if places.distance_unknown {
        let unread = from.is_empty() && profile.place.is_some() && !places.sites.is_empty();
        unknown.push(if unread { Unknown::Town } else { Unknown::Distance });
    }
    if places.all_closed() {
        unknown.push(Unknown::PlacesClosed);
    }
    if judged.count == 0 {
        unknown.push(Unknown::Criteria);
    }
    let rank = Rank {
        aside: about.aside,
        beyond_state: beyond.is_some(),
        kinship: about.kinship,
        status: status_rank(trial.status),
        keywords_missed: profile.keywords.len().saturating_sub(keywords.len()),
        places_closed: places.all_closed(),
        asks: about.asks.len(),
        field: about.field,
        km: places.nearest().unwrap_or(f64::INFINITY),
        unknown: unknown.len(),
    };

    let mut matched = Vec::new();
    let mut judge = Vec::from_iter(beyond);
    if about.kinship == Kinship::Narrower {
        judge.push(Judge::Kind { written: about.written.clone() });
    }
    judge.extend(about.asks.iter().copied().map(Judge::Asks));
    judge.extend(judged.state.into_iter().take(LINES_QUOTED).map(Judge::State));
    judge.extend(judged.lines.into_iter().take(LINES_QUOTED).map(Judge::Lines));
    if trial.healthy_volunteers == Some(true) && !profile.healthy {
        judge.push(Judge::HealthyToo);
    }
    if judged.count > 0 {
        judge.push(Judge::Criteria { lines: judged.count });
    }
    let About { kinship, field, written, .. } = about;
    matched.push(Reason::Disease { kinship, field, written });
    matched.extend(keywords.into_iter().map(Reason::Keyword));
    matched.extend(fitting(profile, &trial, &places));
    Some((rank, Match { trial, matched, unknown, judge, sites: places.sites }))
}

/// What fits besides the disease and the keywords.
fn fitting(profile: &TrialProfile, trial: &Trial, places: &Places) -> Vec<Reason> {
    let mut fits = Vec::new();
    match trial.status {
        Status::Recruiting => fits.push(Reason::Status { now: true }),
        Status::NotYetRecruiting => fits.push(Reason::Status { now: false }),
        _ => {}
    }
    if trial.phases.iter().any(|phase| profile.phases.contains(phase)) {
        fits.push(Reason::Phase);
    }
    if profile.country.as_ref().is_some_and(|code| in_country(trial, code)) {
        fits.push(Reason::Country { places: places.in_country });
    }
    // Far fewer km than a u32 holds.
    fits.extend(places.nearest().map(|km| Reason::Near { km: km.round() as u32 }));
    if profile.age.is_some() && (trial.min_age.is_some() || trial.max_age.is_some()) {
        fits.push(Reason::Age);
    }
    if profile.sex.is_some() && trial.sex != SexAllowed::Unknown {
        fits.push(Reason::Sex);
    }
    fits
}

/// What the registry does not tell of what was asked.
fn unknowns(profile: &TrialProfile, trial: &Trial) -> Vec<Unknown> {
    let country_told = match &profile.country {
        Some(code) => in_country(trial, code),
        None => !trial.countries.is_empty(),
    };
    let all = [
        (trial.status == Status::Unknown, Unknown::Status),
        (trial.phases.is_empty(), Unknown::Phase),
        (!country_told, Unknown::Country),
        (profile.age.is_some() && trial.min_age.is_none() && trial.max_age.is_none(), Unknown::Age),
        (profile.sex.is_some() && trial.sex == SexAllowed::Unknown, Unknown::Sex),
    ];
    all.into_iter().filter(|(is, _)| *is).map(|(_, unknown)| unknown).collect()
}

/// The places of a trial that count for a person.
struct Places {
    sites: Vec<NearSite>,
    /// How many are told in the country, near or not.
    in_country: usize,
    /// No place tells how far it is, and somebody may want to know.
    distance_unknown: bool,
}

impl Places {
    /// `None` when every place is known to be farther than the person would go.
    fn of(profile: &TrialProfile, from: &[Point], trial: &Trial) -> Option<Self> {
        let here = trial.sites.iter().filter(|site| {
            profile.country.is_none() || site.country.is_none() || is_home(profile, site)
        });
        let mut sites: Vec<NearSite> = here
            .map(|site| NearSite { site: site.clone(), km: distance(profile, from, site) })
            .collect();
        let in_country = sites.len();
        if let Some(within) = profile.within_km {
            let all = !sites.is_empty();
            sites.retain(|site| site.km.is_none_or(|km| km <= within));
            if all && sites.is_empty() {
                return None;
            }
        }
        sites.sort_by(|one, other| {
            let km = |site: &NearSite| site.km.unwrap_or(f64::INFINITY);
            let name = |site: &NearSite| (site.site.city.clone(), site.site.facility.clone());
            km(one).total_cmp(&km(other)).then_with(|| name(one).cmp(&name(other)))
        });
        let known = sites.iter().any(|site| site.km.is_some());
        let distance_unknown = sites.is_empty() || (profile.place.is_some() && !known);
        Some(Self { sites, in_country, distance_unknown })
    }

    fn nearest(&self) -> Option<f64> {
        let open = self.sites.iter().filter(|site| !site.is_closed());
        let nearest = open.filter_map(|site| site.km).min_by(f64::total_cmp);
        nearest.or_else(|| self.sites.iter().filter_map(|site| site.km).min_by(f64::total_cmp))
    }

    fn all_closed(&self) -> bool {
        !self.sites.is_empty() && self.sites.iter().all(NearSite::is_closed)
    }
}

/// How far a place is in km: from its own point, or from its town when the table knows it; of several towns of one name the
/// nearest counts.
fn distance(profile: &TrialProfile, from: &[Point], site: &Site) -> Option<f64> {
    let town = site.city.as_deref();
    let french = site.country.as_deref().is_none_or(|code| same_country(code, "FR"));
    let of_town = || town.filter(|_| french).map(cities::points_of).unwrap_or_default();
    if let (Some(town), Some(Place::City(city))) = (town, &profile.place)
        && cities::same(town, city)
    {
        // Paris in Texas is not next door, nor is one of two towns of that name in one country.
        let known = cities::points_of(city);
        let one = known.is_empty() || (french && known.len() == 1);
        if one && (is_home(profile, site) || (french && profile.country.is_none())) {
            return Some(0.0);
        }
    }
    let there = site.point.map_or_else(of_town, |point| vec![point]);
    let pairs = from.iter().flat_map(|from| there.iter().map(|there| cities::km(*from, *there)));
    pairs.min_by(f64::total_cmp)
}

/// Whether a place is in the country of the profile; true where the profile names none.
fn is_home(profile: &TrialProfile, site: &Site) -> bool {
    let same = |code: &String| site.country.as_ref().is_some_and(|other| same_country(code, other));
    profile.country.as_ref().is_none_or(same)
}

/// Whether a trial has places in a country.
fn in_country(trial: &Trial, code: &str) -> bool {
    trial.countries.iter().any(|other| same_country(code, other))
}

fn is_closed(status: Status) -> bool {
    matches!(status, Status::ActiveNotRecruiting | Status::Suspended | Status::Over)
}

fn status_rank(status: Status) -> u8 {
    match status {
        Status::Recruiting => 0,
        Status::NotYetRecruiting => 1,
        Status::ByInvitation => 2,
        Status::Unknown => 3,
        Status::ActiveNotRecruiting => 4,
        Status::Suspended => 5,
        Status::Over => 6,
    }
}
