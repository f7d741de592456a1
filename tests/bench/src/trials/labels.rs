//! Precision and recall of the shortlist against labels that were made by hand, record by record and profile by profile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs::File;
use std::path::{Path, PathBuf};

use vigie_journal::guide::trials::{Trial, TrialProfile, read_registry, shortlist};

use crate::contest::Failure;

/// Profiles and labels.
const BY_HAND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/trials");

/// The records that were labelled, beside the project.
const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/trials");

/// What somebody decided of one record for one profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Yes,
    No,
    Unsure,
}

/// Labels by profile and number.
type Labels = BTreeMap<String, BTreeMap<String, Label>>;

/// How a list does against the labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Score {
    /// Listed and yes.
    right: usize,
    /// Listed and no.
    wrong: Vec<String>,
    /// Yes and not listed.
    missed: Vec<String>,
    /// Unsure, and how many of them are listed: they count neither way.
    unsure: (usize, usize),
    /// Listed and never labelled.
    unlabelled: usize,
}

impl Score {
    fn of(listed: &BTreeSet<String>, labels: &BTreeMap<String, Label>) -> Self {
        let with =
            |label: Label| labels.iter().filter(move |(_, is)| **is == label).map(|(id, _)| id);
        let (hits, missed): (Vec<_>, Vec<_>) =
            with(Label::Yes).cloned().partition(|id| listed.contains(id));
        let wrong = with(Label::No).filter(|id| listed.contains(*id)).cloned().collect();
        let unsure_listed = with(Label::Unsure).filter(|id| listed.contains(*id)).count();
        Self {
            right: hits.len(),
            wrong,
            missed,
            unsure: (with(Label::Unsure).count(), unsure_listed),
            unlabelled: listed.iter().filter(|id| !labels.contains_key(*id)).count(),
        }
    }

    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.wrong.extend(other.wrong.iter().cloned());
        self.missed.extend(other.missed.iter().cloned());
        self.unsure.0 += other.unsure.0;
        self.unsure.1 += other.unsure.1;
        self.unlabelled += other.unlabelled;
    }

    fn row(&self, name: &str) -> String {
        let share = |part: usize, rest: usize| match part + rest {
            0 => "–".to_owned(),
            all => format!("{:.2} ({part}/{all})", part as f64 / all as f64),
        };
        format!(
            "{name:<28} {:>14} {:>14} {:>16} {:>10}",
            share(self.right, self.wrong.len()),
            share(self.right, self.missed.len()),
            format!("{} ({} listed)", self.unsure.0, self.unsure.1),
            self.unlabelled
        )
    }
}

/// The table, or why there is none.
pub fn table() -> Result<String, Failure> {
    let (by_hand, records) = (Path::new(BY_HAND), Path::new(RECORDS));
    if !by_hand.is_dir() || !records.is_dir() {
        return Ok(
            "precision and recall: the labels or the records are not here, not run\n".to_owned()
        );
    }
    let labels = labels(File::open(by_hand.join("read-by-hand.csv"))?)?;
    let trials = small_set(records)?;
    let mut table = format!(
        "{:<28} {:>14} {:>14} {:>16} {:>10}\n",
        "shortlist against labels", "precision", "recall", "unsure", "unlabelled"
    );
    let mut errors = String::new();
    let mut all = Score::default();
    for (name, labels) in &labels {
        let json = std::fs::read_to_string(by_hand.join("profiles").join(format!("{name}.json")))?;
        let profile = TrialProfile::from_json(&json)?;
        let list = shortlist(trials.clone(), &profile);
        let listed = list.into_iter().map(|found| found.trial.id).collect();
        let score = Score::of(&listed, labels);
        writeln!(table, "{}", score.row(name))?;
        for (what, ids) in [("listed, no", &score.wrong), ("yes, not listed", &score.missed)] {
            if !ids.is_empty() {
                writeln!(errors, "{name}: {what}: {}", ids.join(" "))?;
            }
        }
        all.add(&score);
    }
    writeln!(table, "{}", all.row("all"))?;
    Ok(table + &errors)
}

/// Reads `profile,id,label,why`.
fn labels(source: impl std::io::Read) -> Result<Labels, Failure> {
    let mut labels = Labels::new();
    for row in csv::Reader::from_reader(source).records() {
        let row = row?;
        let (Some(profile), Some(id), Some(label)) = (row.get(0), row.get(1), row.get(2)) else {
            return Err("a row has three fields and why".into());
        };
        let label = match label {
            "yes" => Label::Yes,
            "no" => Label::No,
            "unsure" => Label::Unsure,
            other => return Err(format!("'{other}' is no label").into()),
        };
        labels.entry(profile.to_owned()).or_default().insert(id.to_owned(), label);
    }
    Ok(labels)
}

/// The records that were read by hand.
fn small_set(records: &Path) -> Result<Vec<Trial>, Failure> {
    let mut files = vec![records.join("eclaire-2023-10-17.json")];
    for entry in std::fs::read_dir(records.join("ctgov"))? {
        let path: PathBuf = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("get_") || name.starts_with("search_") || name == "studies_5_full.json"
        {
            files.push(path);
        }
    }
    files.sort();
    let mut trials = Vec::new();
    for file in files {
        read_registry(File::open(file)?, &mut |_| {}, &mut |trial| trials.push(trial))?;
    }
    Ok(trials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsure_counts_neither_way() {
        let csv = "profile,id,label,why\np,A,yes,w\np,B,no,w\np,C,unsure,w\np,D,yes,w\n";
        let labels = labels(csv.as_bytes()).unwrap();
        let listed = ["A", "B", "C", "E"].map(str::to_owned).into();
        let score = Score::of(&listed, &labels["p"]);
        assert_eq!((score.right, score.unsure, score.unlabelled), (1, (1, 1), 1));
        assert_eq!(
            (score.wrong.as_slice(), score.missed.as_slice()),
            (&["B".to_owned()][..], &["D".to_owned()][..])
        );
        assert!(score.row("p").contains("0.50 (1/2)"), "{}", score.row("p"));
    }

    #[test]
    fn an_unknown_label_is_refused() {
        assert!(labels("profile,id,label,why\np,A,maybe,w\n".as_bytes()).is_err());
    }
}
