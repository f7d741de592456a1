//! What the trend detector says of a simulated patient, as outcomes to score.

use vigie_model::{DailyEntry, Day, Profile};
use vigie_simulator::SimulatedPatient;
use vigie_simulator::score::Outcome;
use vigie_watch::{Budget, Channel, RulePack, Subject, Watch};

/// The trend findings of each item, after the seven-day rule, as outcomes to score.
pub fn outcomes(patient: &SimulatedPatient, pack: &RulePack) -> Vec<Outcome> {
    let profile = Profile::default();
    let mut watch = Watch::new(pack, &profile);
    let mut said: Vec<(Subject, Day)> = Vec::new();
    for (day, entry) in DailyEntry::days(&patient.entries) {
        let mut findings = watch.read(&entry).findings;
        findings.retain(|finding| finding.channel == Channel::Trend);
        let findings = watch.decide(findings, Budget::Raw, day);
        watch.said(&findings, day);
        said.extend(findings.into_iter().flat_map(|f| f.items).map(|subject| (subject, day)));
    }
    let items: std::collections::BTreeSet<_> =
        patient.entries.iter().flat_map(|entry| entry.answers.keys().cloned()).collect();
    items
        .iter()
        .map(|item| {
            let subject = Subject::Item(item.clone());
            let prompts = said.iter().filter(|(s, _)| *s == subject).map(|(_, day)| *day);
            Outcome::of_item(patient, item, prompts)
        })
        .collect()
}
