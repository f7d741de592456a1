//! A registry's file that somebody downloaded: `core/guide/src/trials`.
#![no_main]

use std::io::Read;

use vigie_guide::trials::{ReadReport, RegistryError, Trial, read_registry};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut told = 0;
    let (report, trials) = read(bytes, &mut |read| told = read);
    for trial in &trials {
        assert!(!trial.id.is_empty() && !trial.title.is_empty());
        let lines = [
            &trial.eligibility.inclusion,
            &trial.eligibility.exclusion,
            &trial.eligibility.undivided,
        ];
        assert!(lines.into_iter().flatten().all(|line| !line.trim().is_empty()));
    }
    if let Ok(report) = report {
        assert_eq!(report.records, trials.len() as u64);
        assert_eq!(told, bytes.len() as u64, "all of it was read");
    }
    // In two pieces it is the same file.
    let (start, end) = bytes.split_at(bytes.len() / 2);
    assert_eq!(read(start.chain(end), &mut |_| ()), (report, trials));
});

fn read(
    source: impl Read,
    progress: &mut dyn FnMut(u64),
) -> (Result<ReadReport, RegistryError>, Vec<Trial>) {
    let mut trials = Vec::new();
    let report = read_registry(source, progress, &mut |trial| trials.push(trial));
    (report, trials)
}
