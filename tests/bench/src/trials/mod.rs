//! The shortlist of trials: against reading the whole registry and filtering it by substring, and against labels made by hand.
//!
//! The registry is made up, the same one each time. What memory a pass takes is the peak of a process that does nothing else.

mod labels;
mod made_up;

use std::fs::File;
use std::hint::black_box;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::Value;
use vigie_journal::guide::trials::{Shortlist, Trial, TrialProfile, read_registry, shortlist};

use crate::contest::Failure;
use crate::measure::{Row, Unit, in_turn, pairs};

pub use labels::table;

/// Records of the registry.
fn records(quick: bool) -> u32 {
    if quick { 500 } else { 50_000 }
}

/// Who looks for a trial.
fn profile() -> Result<TrialProfile, Failure> {
    Ok(TrialProfile::from_json(
        r#"{"conditions":["cancer du sein"],"keywords":["HER2"],"phases":["2","3"],"country":"FR",
            "place":{"city":"Lyon"},"within_km":200,"age":54,"sex":"female","performance":1}"#,
    )?)
}

/// Time of a pass and of a query, and memory of a pass.
pub fn rows(dir: &Path, quick: bool) -> Result<Vec<Row>, Failure> {
    let file = dir.join("registry.json");
    made_up::write(&file, records(quick))?;
    let times = if quick { 1 } else { 5 };
    let named =
        |what: &str| format!("trials, {what} of {} records: serde_json::Value", records(quick));
    let nothing = |work: Result<usize, Failure>| {
        black_box(work?);
        Ok(())
    };
    let mut rows = vec![pairs(
        named("reading and shortlist"),
        None,
        times,
        || nothing(ours(&file)),
        || nothing(peer(&file)),
    )?];

    let mut read = Vec::new();
    read_registry(File::open(&file)?, &mut |_| {}, &mut |trial| read.push(trial))?;
    let value: Value = serde_json::from_reader(BufReader::new(File::open(&file)?))?;
    let profile = profile()?;
    let query = || {
        // The list takes the trials: those of one query are copied before the clock runs.
        let trials: Vec<Trial> = read.clone();
        let start = Instant::now();
        black_box(shortlist(trials, &profile));
        Ok(start.elapsed().as_secs_f64())
    };
    let filter = || {
        let start = Instant::now();
        black_box(naive(&value));
        Ok(start.elapsed().as_secs_f64())
    };
    rows.push(in_turn(
        (named("a query over the read ones"), None, Unit::Seconds),
        times,
        query,
        filter,
    )?);
    drop((read, value));

    let memory = |side: &'static str| {
        let file = file.clone();
        move || peak_of(side, &file)
    };
    match memory("ours")() {
        Ok(_) => rows.push(in_turn(
            (named("peak memory of a pass"), None, Unit::Bytes),
            1,
            memory("ours"),
            memory("peer"),
        )?),
        Err(why) => println!("peak memory was not measured: {why}"),
    }
    Ok(rows)
}

/// Reads the file once and keeps what nothing rules out; tells how many.
fn ours(file: &Path) -> Result<usize, Failure> {
    let profile = profile()?;
    let mut list = Shortlist::new(&profile);
    read_registry(File::open(file)?, &mut |_| {}, &mut |trial| list.offer(trial))?;
    Ok(list.finish().len())
}

/// Reads the whole file into memory and filters it.
fn peer(file: &Path) -> Result<usize, Failure> {
    let value = serde_json::from_reader(BufReader::new(File::open(file)?))?;
    Ok(naive(&value).len())
}

/// What a first script would do: substrings of conditions and title, status, country.
fn naive(registry: &Value) -> Vec<&str> {
    fn text(value: Option<&Value>) -> &str {
        value.and_then(Value::as_str).unwrap_or_default()
    }
    fn list(value: Option<&Value>) -> &[Value] {
        value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }
    const TOLD: &str = "/protocolSection/identificationModule";
    let about = |text: &str| {
        let text = text.to_lowercase();
        text.contains("breast cancer") || text.contains("breast neoplasms")
    };
    let wanted = |study: &&Value| {
        let status = text(study.pointer("/protocolSection/statusModule/overallStatus"));
        let places = list(study.pointer("/protocolSection/contactsLocationsModule/locations"));
        let conditions = list(study.pointer("/protocolSection/conditionsModule/conditions"));
        matches!(status, "RECRUITING" | "NOT_YET_RECRUITING")
            && places.iter().any(|place| text(place.get("country")) == "France")
            && (about(text(study.pointer(&format!("{TOLD}/briefTitle"))))
                || conditions.iter().any(|one| about(text(Some(one)))))
    };
    let studies = list(registry.get("studies")).iter().filter(wanted);
    studies.map(|study| text(study.pointer(&format!("{TOLD}/nctId")))).collect()
}

/// One pass in a process of its own, which says what it took at its peak.
fn peak_of(side: &str, file: &Path) -> Result<f64, Failure> {
    let mut program = Command::new(std::env::current_exe()?);
    let output = program.args(["trials", "worker", side]).arg(file).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// The process that [`peak_of`] starts: one pass, then the most bytes that were resident (Linux tells).
pub fn worker(side: &str, file: &str) -> Result<(), Failure> {
    let file = Path::new(file);
    black_box(if side == "ours" { ours(file)? } else { peer(file)? });
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")).ok_or("no VmHWM")?;
    println!("{}", 1024 * kilobytes.trim().parse::<u64>()?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_find_trials_in_the_made_up_registry_and_ours_are_among_the_peers() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("registry.json");
        made_up::write(&file, 2_000).unwrap();
        let profile = profile().unwrap();
        let mut list = Shortlist::new(&profile);
        read_registry(File::open(&file).unwrap(), &mut |_| {}, &mut |trial| list.offer(trial))
            .unwrap();
        let value: Value = serde_json::from_reader(File::open(&file).unwrap()).unwrap();
        let peers = naive(&value);
        let ours = list.finish();
        assert!(!ours.is_empty() && ours.len() < 200, "{}", ours.len());
        // Ours looks at phases, ages, sex and distance too; theirs misses solid tumours and French names.
        assert!(ours.iter().any(|found| peers.contains(&found.trial.id.as_str())));
        assert!(peers.len() > 10, "{}", peers.len());
    }
}
