//! The change detectors of Python's river and ruptures, run by their own packages.
//!
//! `python/peers.py` reads series from a table and prints days; here they are scored as ours are.
//! A detector's parameter is chosen from a grid: the one with the most false prompts that are not
//! too many.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::JoinHandle;

use vigie_model::Day;
use vigie_simulator::score::{Outcome, false_prompts_per_100_days};

use super::rule::{once_a_week, par_map};
use super::series::{Series, items};
use super::table::Row;
use super::{CHOOSING, Cohorts, HELD_OUT, Python, RATE, Size, seeds};
use crate::contest::Failure;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/python/peers.py");

/// A detector: its name in the table and in the script, and its grid.
struct Peer {
    name: &'static str,
    script: &'static str,
    grid: &'static [&'static str],
    /// How slow it is: only one series of so many is run.
    one_of: usize,
    ruptures: bool,
}

const PEERS: [Peer; 4] = [
    Peer {
        name: "river ADWIN (delta)",
        script: "ADWIN",
        grid: &[
            "1", "0.8", "0.75", "0.7", "0.65", "0.6", "0.5", "0.4", "0.3", "0.25", "0.2", "0.15",
            "0.1", "0.07", "0.05", "0.03", "0.02", "0.01", "0.005", "0.002", "0.001", "0.0001",
            "0.00001",
        ],
        one_of: 1,
        ruptures: false,
    },
    Peer {
        name: "river Page-Hinkley (threshold)",
        script: "PageHinkley",
        grid: &[
            "6", "7", "7.5", "8", "8.25", "8.5", "8.75", "9", "9.25", "9.5", "9.75", "10", "10.5",
            "11", "12", "13", "15", "20",
        ],
        one_of: 1,
        ruptures: false,
    },
    Peer {
        name: "river KSWIN (alpha)",
        script: "KSWIN",
        grid: &["0.1", "0.07", "0.05", "0.03", "0.02", "0.015", "0.01", "0.005", "0.001"],
        one_of: 4,
        ruptures: false,
    },
    Peer {
        name: "ruptures PELT, past 60 reports (penalty)",
        script: "Pelt",
        grid: &[
            "14", "16", "18", "20", "22", "24", "25", "26", "27", "28", "29", "30", "32", "35",
            "40",
        ],
        one_of: 1,
        ruptures: true,
    },
];

/// The peers at work.
pub struct Peers(JoinHandle<Result<Judged, String>>);

/// A note for below the table, and its rows.
type Judged = (String, Vec<Row>);

/// Sets them to work, if there is a Python to do it.
pub fn start(cohorts: &Cohorts, size: &Size, python: Python) -> Result<Peers, String> {
    let python = python.map_err(str::to_owned)?.to_owned();
    let specs: Vec<_> = cohorts.all().cloned().collect();
    let [river, ruptures] = size.peers;
    let work = move || -> Result<Judged, Failure> {
        let table = |first: u64, number: usize, count: u64| -> Vec<Series> {
            let spec = specs.get(number);
            let of = |seed: &u64| spec.map(|spec| items(spec, *seed)).unwrap_or_default();
            seeds(first, count).iter().flat_map(of).map(without_entries).collect()
        };
        let choosing = table(CHOOSING, 0, river);
        let held: Vec<Vec<Series>> =
            (0..specs.len()).map(|number| table(HELD_OUT, number, river)).collect();
        let mut rows = Vec::new();
        for peer in &PEERS {
            let count = if peer.ruptures { ruptures } else { river };
            let count = usize::try_from(count)? / peer.one_of;
            rows.push(peer.row(&python, &choosing, &held, count)?);
        }
        let versions = Command::new(&python).args([SCRIPT, "--versions"]).output()?.stdout;
        Ok((String::from_utf8(versions)?.trim().to_owned(), rows))
    };
    Ok(Peers(std::thread::spawn(move || work().map_err(|error| error.to_string()))))
}

/// What is said below the table of peers that did not run.
pub fn not_run(why: &str) -> String {
    format!("river and ruptures: not run: {why}\n")
}

impl Peers {
    /// Waits for them: what to say below the table, and their rows.
    pub fn rows(self, size: &Size) -> Judged {
        let joined = self.0.join().unwrap_or_else(|_| Err("the peers' thread ended early".into()));
        match joined {
            Ok((versions, rows)) => {
                let [river, ruptures] = size.peers;
                let note = format!(
                    "river and ruptures ({versions}) are run on the first {river} (KSWIN {}, ruptures {ruptures}) patients of each cohort only: \
                     they are slow.\nParameters from a grid; of changes both ways only those for the worse count (tests/bench/python/peers.py).\n",
                    river / 4,
                );
                (note, rows)
            }
            Err(why) => (not_run(&why), Vec::new()),
        }
    }
}

/// Only the reports are needed; entries would fill the memory.
fn without_entries(mut series: Series) -> Series {
    series.entries = Vec::new();
    series.usual = Vec::new();
    series
}

impl Peer {
    /// Its row: the parameter from one range of seeds, the figures from the other.
    fn row(
        &self,
        python: &Path,
        choosing: &[Series],
        held: &[Vec<Series>],
        count: usize,
    ) -> Result<Row, Failure> {
        let few: Vec<&Series> = choosing.iter().take(count).collect();
        let mut chosen: Option<(&str, f64)> = None;
        let tried = self.run(python, self.grid, &few)?;
        for parameter in self.grid {
            let outcomes = tried.get(*parameter).map(Vec::as_slice).unwrap_or_default();
            let rate = false_prompts_per_100_days(outcomes).unwrap_or(0.0);
            let better = chosen.is_none_or(|(_, best)| match (best <= RATE, rate <= RATE) {
                (true, true) => rate > best,
                (false, _) => rate < best,
                (true, false) => false,
            });
            if better {
                chosen = Some((parameter, rate));
            }
        }
        let (parameter, _) = chosen.ok_or("a grid is empty")?;
        let mut row = Row { name: self.name.into(), threshold: parameter.into(), ..Row::default() };
        // All cohorts at once: a Python takes long to begin.
        let lengths = held.iter().map(|series| series.len().min(count));
        let all: Vec<&Series> = held.iter().flat_map(|series| series.iter().take(count)).collect();
        let outcomes = self.run(python, &[parameter], &all)?.remove(parameter);
        let mut outcomes = outcomes.unwrap_or_default().into_iter();
        for (cohort, length) in lengths.enumerate() {
            row.take(cohort, outcomes.by_ref().take(length).collect());
        }
        Ok(row)
    }

    /// The outcomes by parameter.
    fn run(
        &self,
        python: &Path,
        parameters: &[&str],
        series: &[&Series],
    ) -> Result<BTreeMap<String, Vec<Outcome>>, Failure> {
        // One process a processor, each with its part of the series.
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let part = series.len().div_ceil(threads).max(1);
        let parts: Vec<&[&Series]> = series.chunks(part).collect();
        let outcomes = par_map(&parts, |series| {
            self.run_part(python, parameters, series).map_err(|error| error.to_string())
        });
        let mut all: BTreeMap<String, Vec<Outcome>> = BTreeMap::new();
        for outcomes in outcomes {
            for (parameter, outcomes) in outcomes? {
                all.entry(parameter).or_default().extend(outcomes);
            }
        }
        Ok(all)
    }

    fn run_part(
        &self,
        python: &Path,
        parameters: &[&str],
        series: &[&Series],
    ) -> Result<BTreeMap<String, Vec<Outcome>>, Failure> {
        let folder = crate::folder()?;
        let path: PathBuf = folder.path().join("series.csv");
        let mut file = std::io::BufWriter::new(std::fs::File::create(&path)?);
        writeln!(file, "series,day,value")?;
        for (number, series) in series.iter().enumerate() {
            for report in &series.reports {
                writeln!(file, "{number},{},{}", report.day.epoch_days(), report.y)?;
            }
        }
        file.into_inner()?;
        let mut command = Command::new(python);
        let output = command.args([SCRIPT.as_ref(), path.as_os_str()]).arg(self.script);
        let output = output.args(parameters).output()?;
        if !output.status.success() {
            let error = String::from_utf8_lossy(&output.stderr);
            return Err(error.lines().last().unwrap_or("peers.py failed").into());
        }
        let mut said: BTreeMap<(String, usize), Vec<Day>> = BTreeMap::new();
        for line in String::from_utf8(output.stdout)?.lines() {
            let [parameter, number, day] = *line.split(',').collect::<Vec<_>>() else {
                return Err(format!("peers.py printed '{line}'").into());
            };
            let day = Day::from_epoch_days(day.parse()?).ok_or("no such day")?;
            said.entry((parameter.to_owned(), number.parse()?)).or_default().push(day);
        }
        let outcomes = parameters.iter().map(|parameter| {
            let outcomes = series.iter().enumerate().map(|(number, series)| {
                let days = said.remove(&((*parameter).to_owned(), number)).unwrap_or_default();
                series.outcome(once_a_week(days))
            });
            ((*parameter).to_owned(), outcomes.collect())
        });
        Ok(outcomes.collect())
    }
}
