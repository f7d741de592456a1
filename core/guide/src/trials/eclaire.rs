//! A `ResearchStudy` of ECLAIRE (FHIR R4) made a trial.
//!
//! Profile: <https://interop.esante.gouv.fr/ig/fhir/eclaire>. Records of 2023 (`labelValue`, conditions in `coding.display`) and of its
//! later versions (`value`, conditions in `text`, parties and groups inside the record) are both read. Every field may lack, and
//! 'INDISPONIBLE' is one that does.

use serde::de::MapAccess;

use super::countries;
use super::eclaire_fhir::{
    Beside, Concept, Contained, Extension, Identifier, Meta, Reference, codes, named, said, shown,
};
use super::eclaire_group::Group;
use super::json::{List, Object, Text};
use super::record::{Phase, Registry, Site, Status, StudyKind, Trial};
use super::text::{clean, date, each_once};

/// The fields that are read.
#[derive(Debug, Default)]
pub struct ResearchStudy {
    resource_type: Text,
    id: Text,
    meta: Object<Meta>,
    identifier: List<Object<Identifier>>,
    title: Text,
    /// What FHIR puts beside a title: its translations.
    beside_title: Object<Beside>,
    status: Text,
    phase: Object<Concept>,
    category: List<Object<Concept>>,
    condition: List<Object<Concept>>,
    keyword: List<Object<Concept>>,
    location: List<Object<Concept>>,
    sponsor: Object<Reference>,
    arm: List<Object<Beside>>,
    contained: List<Object<Contained>>,
    extension: List<Object<Extension>>,
}

impl ResearchStudy {
    /// Takes the value of a field that is read; `false`, and nothing is taken, for any other.
    pub fn take<'de, A: MapAccess<'de>>(
        &mut self,
        field: &str,
        fields: &mut A,
    ) -> Result<bool, A::Error> {
        match field {
            "resourceType" => self.resource_type = fields.next_value()?,
            "id" => self.id = fields.next_value()?,
            "meta" => self.meta = fields.next_value()?,
            "identifier" => self.identifier = fields.next_value()?,
            "title" => self.title = fields.next_value()?,
            "_title" => self.beside_title = fields.next_value()?,
            "status" => self.status = fields.next_value()?,
            "phase" => self.phase = fields.next_value()?,
            "category" => self.category = fields.next_value()?,
            "condition" => self.condition = fields.next_value()?,
            "keyword" => self.keyword = fields.next_value()?,
            "location" => self.location = fields.next_value()?,
            "sponsor" => self.sponsor = fields.next_value()?,
            "arm" => self.arm = fields.next_value()?,
            "contained" => self.contained = fields.next_value()?,
            "extension" => self.extension = fields.next_value()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `ResearchStudy`, `Bundle`, …
    pub fn resource_type(&self) -> Option<&str> {
        self.resource_type.get()
    }

    /// The trial; `None` when the record has no number.
    pub fn into_trial(self) -> Option<Trial> {
        let (id, other_ids) = self.numbers()?;
        let (acronym, mut titles) = self.titles();
        let title = if titles.is_empty() { id.clone() } else { titles.remove(0) };
        let keywords = self.keyword.iter().flat_map(|concept| said(concept));
        let (sites, countries, country_unread) = self.places();
        let group = Group::of(&self.contained);
        let updated = self.updated();
        let conditions = self.condition.iter().flat_map(|concept| said(concept));
        Some(Trial {
            registry: Registry::Eclaire,
            id,
            other_ids,
            title,
            acronym,
            phases: phases(&self.phase),
            status: self.standing(updated.as_deref()),
            kind: self.kind(),
            conditions: each_once(conditions.chain(self.areas())),
            keywords: each_once(keywords.chain(titles)),
            interventions: each_once(self.interventions()),
            min_age: group.min_age,
            max_age: group.max_age,
            sex: group.sex,
            healthy_volunteers: group.healthy,
            eligibility: group.eligibility,
            sites,
            countries,
            country_unread,
            sponsor: self.payer(),
            updated,
        })
    }

    /// The number, and those elsewhere. The official one first; where it is missing the registry names its records by the number.
    fn numbers(&self) -> Option<(String, Vec<String>)> {
        let of_use = |wanted: &'static str| {
            let all = self.identifier.iter().filter(move |id| id.r#use.get() == Some(wanted));
            all.filter_map(|id| shown(&id.value))
        };
        let all = self.identifier.iter().filter_map(|id| shown(&id.value));
        let all = each_once(of_use("official").chain(of_use("secondary")).chain(all));
        let mut all = all.into_iter().chain(shown(&self.id));
        let first = all.next()?;
        let others: Vec<String> = all.filter(|other| *other != first).collect();
        Some((first, others))
    }

    fn extensions(&self, name: &'static str) -> impl Iterator<Item = &Extension> {
        named(&self.extension, name)
    }

    /// The acronym, and every title: the registry's first, then the other names, then the translations.
    fn titles(&self) -> (Option<String>, Vec<String>) {
        let mut acronym = None;
        let mut titles: Vec<String> = shown(&self.title).into_iter().collect();
        for label in self.extensions("eclaire-label").chain(self.extensions("ResearchStudy.label"))
        {
            let mut kinds =
                named(&label.extension, "labelType").chain(named(&label.extension, "type"));
            let mut values =
                named(&label.extension, "labelValue").chain(named(&label.extension, "value"));
            let Some(value) = values.find_map(|value| shown(&value.value_string)) else { continue };
            if kinds.any(|kind| codes(&kind.value_codeable_concept).any(|code| code == "acronym")) {
                acronym = acronym.or(Some(value));
            } else {
                titles.push(value);
            }
        }
        for translation in named(&self.beside_title.extension, "translation") {
            let contents = named(&translation.extension, "content");
            titles.extend(contents.filter_map(|content| shown(&content.value_string)));
        }
        (acronym, each_once(titles))
    }

    /// Therapeutic areas: 'Diseases [C] - Neoplasms [C04], Diseases [C] - …' are 'Neoplasms' and the rest; others as written.
    fn areas(&self) -> impl Iterator<Item = String> {
        let areas = self.extensions("eclaire-therapeutic-area");
        areas.filter_map(|area| shown(&area.value_string)).flat_map(|text| {
            let terms = text.split("], ").map(|area| {
                let term = area.rsplit_once("] - ").map_or(area, |(_, term)| term);
                term.rsplit_once(" [").map_or(term, |(term, _)| term).to_owned()
            });
            terms.filter_map(|term| clean(&term)).collect::<Vec<_>>()
        })
    }

    fn interventions(&self) -> impl Iterator<Item = String> {
        let arms =
            self.arm.iter().flat_map(|arm| named(&arm.extension, "eclaire-arm-intervention"));
        arms.flat_map(|arm| named(&arm.extension, "name"))
            .filter_map(|name| shown(&name.value_string))
    }

    /// The day of the last change that mattered, or else of the last one.
    fn updated(&self) -> Option<String> {
        let reviewed = self
            .extensions("eclaire-review-date")
            .find_map(|review| date(review.value_instant.get()?));
        reviewed.or_else(|| self.meta.last_updated.get().and_then(date))
    }

    /// Whether people could join on the day of the record. The registry's own status of recruitment says more than FHIR's
    /// `active` ('opened for accrual'), which ECLAIRE writes for every study 'en cours'; and a period of recruitment that begins after
    /// that day, or has ended, more than no status at all.
    fn standing(&self, updated: Option<&str>) -> Status {
        let overall = match self.status.get() {
            Some("active") => Status::Recruiting,
            Some("approved" | "in-review") => Status::NotYetRecruiting,
            Some("closed-to-accrual" | "closed-to-accrual-and-intervention") => {
                Status::ActiveNotRecruiting
            }
            Some(
                "temporarily-closed-to-accrual" | "temporarily-closed-to-accrual-and-intervention",
            ) => Status::Suspended,
            Some("completed" | "administratively-completed" | "withdrawn" | "disapproved") => {
                Status::Over
            }
            _ => Status::Unknown,
        };
        if matches!(overall, Status::Over | Status::Suspended | Status::ActiveNotRecruiting) {
            return overall;
        }
        for status in self.extensions("eclaire-recruitment-status") {
            for code in codes(&status.value_codeable_concept) {
                match code {
                    "recruiting" => return Status::Recruiting,
                    "upcoming" => return Status::NotYetRecruiting,
                    "completed-recruiting" => return Status::ActiveNotRecruiting,
                    _ => {}
                }
            }
        }
        // Days in this form are in order as text.
        let day = updated.filter(|_| overall == Status::Recruiting);
        for period in self.extensions("eclaire-recruitment-period") {
            let start = period.value_period.start.get().and_then(date);
            let end = period.value_period.end.get().and_then(date);
            if day.zip(end.as_deref()).is_some_and(|(day, end)| end < day) {
                return Status::ActiveNotRecruiting;
            }
            if day.zip(start.as_deref()).is_some_and(|(day, start)| start > day) {
                return Status::NotYetRecruiting;
            }
        }
        overall
    }

    /// By law: a trial of a medicine (Regulation (EU) 536/2014), or research of category 1 or 2 (Code de la santé publique, L1121-1),
    /// does something; category 3 only observes.
    fn kind(&self) -> StudyKind {
        let categories = self.category.iter().flat_map(|category| category.coding.iter());
        let names =
            categories.flat_map(|coding| [coding.display.get(), coding.code.get()]).flatten();
        for name in names.map(str::to_lowercase) {
            if name.starts_with("catégorie 3") {
                return StudyKind::Observational;
            }
            let acts = ["catégorie 1", "catégorie 2", "un essai clinique", "reg536"];
            if acts.iter().any(|category| name.starts_with(category)) {
                return StudyKind::Interventional;
            }
        }
        StudyKind::Unknown
    }

    fn places(&self) -> (Vec<Site>, Vec<String>, bool) {
        let (mut countries, mut unread) = (Vec::<String>::new(), false);
        let mut add = |code: Option<&'static str>| match code {
            Some(code) if !countries.iter().any(|known| known == code) => {
                countries.push(code.to_owned())
            }
            Some(_) => {}
            None => unread = true,
        };
        for place in self.location.iter() {
            let coded =
                place.coding.iter().flat_map(|coding| [coding.code.get(), coding.display.get()]);
            add(coded.chain([place.text.get()]).flatten().find_map(countries::code_of));
        }
        let mut sites = Vec::new();
        for place in self.contained.iter().filter(|place| place.is("Location")) {
            let country = place.address.country.get().and_then(countries::code_of);
            add(country);
            sites.push(Site {
                facility: shown(&place.name),
                city: shown(&place.address.city),
                country: country.map(str::to_owned),
                status: None,
                point: None,
            });
        }
        (sites, countries, unread)
    }

    /// Who pays: a party of the record, an organisation inside it, or the name of the reference.
    fn payer(&self) -> Option<String> {
        let party = self.extensions("ResearchStudy.associatedParty").find_map(|party| {
            let mut roles = named(&party.extension, "role");
            let pays = roles
                .any(|role| codes(&role.value_codeable_concept).any(|code| code == "lead-sponsor"));
            let parts = named(&party.extension, "name").map(|name| shown(&name.value_string));
            let references =
                named(&party.extension, "party").map(|party| self.referred(&party.value_reference));
            parts.chain(references).flatten().next().filter(|_| pays)
        });
        party.or_else(|| self.referred(&self.sponsor))
    }

    fn referred(&self, reference: &Reference) -> Option<String> {
        let id =
            reference.reference.get().map(|path| path.rsplit(['/', '#']).next().unwrap_or(path));
        let inside =
            self.contained.iter().find(|held| held.is("Organization") && held.id.get() == id);
        let name = inside.and_then(|held| shown(&held.name));
        name.or_else(|| shown(&reference.display).filter(|name| !name.starts_with("Reference to")))
    }
}

/// `phase-1-phase-2`, `phase-I-II-other`, 'Therapeutic exploratory (Phase II)'; none for `n-a` and whatever else.
fn phases(concept: &Concept) -> Vec<Phase> {
    let of_text = |text: &str| {
        let lower = text.to_lowercase();
        let (mut phases, mut open) = (Vec::new(), false);
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            let phase = match word {
                "1" | "i" | "1a" | "1b" | "ia" | "ib" => Some(Phase::One),
                "2" | "ii" | "2a" | "2b" | "iia" | "iib" => Some(Phase::Two),
                "3" | "iii" | "3a" | "3b" | "iiia" | "iiib" => Some(Phase::Three),
                "4" | "iv" => Some(Phase::Four),
                _ => None,
            };
            // A number says a phase after that word, or after another phase.
            phases.extend(phase.filter(|_| open));
            open = word == "phase" || (open && phase.is_some());
        }
        phases
    };
    let coded = concept.coding.iter().flat_map(|coding| [coding.code.get(), coding.display.get()]);
    let texts = coded.chain([concept.text.get()]).flatten();
    let mut phases = texts.map(of_text).find(|phases| !phases.is_empty()).unwrap_or_default();
    phases.sort_unstable();
    phases.dedup();
    phases
}

#[cfg(test)]
#[path = "eclaire_tests.rs"]
mod tests;
