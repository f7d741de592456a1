//! veraPDF's verdict on many files at once: a virtual machine takes longer to start than a file to be judged.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::tools;

/// What a file has to be. veraPDF is always told: a file asked about what it claims to be passes by claiming less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// PDF/A-3a: kept for decades, read aloud, with the FHIR document inside.
    PdfA3a,
    /// PDF/UA-1: read by everyone.
    PdfUa1,
}

impl Flavour {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::PdfA3a, Self::PdfUa1];

    fn code(self) -> &'static str {
        match self {
            Self::PdfA3a => "3a",
            Self::PdfUa1 => "ua1",
        }
    }
}

/// `Ok`, or what veraPDF says is wrong, a line a rule that was broken.
pub type Verdict = Result<(), String>;

/// The verdict on each file, by its name.
///
/// # Panics
/// When veraPDF is not installed, or does not say of every file once what it is.
pub fn judged(flavour: Flavour, files: &[(&str, Vec<u8>)]) -> BTreeMap<String, Verdict> {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(format!("{name}.pdf"));
    for (name, bytes) in files {
        std::fs::write(path(name), bytes).unwrap();
    }
    let mut java = tools::java("verapdf");
    java.args(["org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour.code()]);
    java.args(["--format", "text", "--verbose"]);
    java.args(files.iter().map(|(name, _)| path(name)));
    let output = tools::run(&mut java);
    let said = String::from_utf8_lossy(&output.stdout);
    let verdicts = read(&said, flavour);
    let all = || format!("{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(verdicts.len(), files.len(), "veraPDF on {} files: {}", files.len(), all());
    let passed = verdicts.iter().all(|(_, verdict)| verdict.is_ok());
    assert_eq!(output.status.code(), Some(i32::from(!passed)), "{}", all());
    verdicts
        .into_iter()
        .map(|(path, verdict)| (path.file_stem().unwrap().to_str().unwrap().to_owned(), verdict))
        .collect()
}

/// Reads `PASS PATH 3a`, and `FAIL PATH 3a` with the lines about it that follow.
fn read(said: &str, flavour: Flavour) -> Vec<(PathBuf, Verdict)> {
    let mut verdicts: Vec<(PathBuf, Verdict)> = Vec::new();
    for line in said.lines() {
        let path = |rest: &str| {
            let path = rest.strip_suffix(flavour.code()).unwrap_or_else(|| panic!("{line}"));
            PathBuf::from(path.trim_end())
        };
        if let Some(rest) = line.strip_prefix("PASS ") {
            verdicts.push((path(rest), Ok(())));
        } else if let Some(rest) = line.strip_prefix("FAIL ") {
            verdicts.push((path(rest), Err(String::new())));
        } else if let Some((_, Err(why))) = verdicts.last_mut() {
            why.push_str(line.trim());
            why.push('\n');
        } else {
            panic!("veraPDF says:\n{said}");
        }
    }
    verdicts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_passed_and_one_that_failed_are_told_apart_with_the_reasons() {
        let said =
            "PASS /a b/one.pdf 3a\nFAIL /a b/two.pdf 3a\n  6.1\n  6.2 x\nPASS /three.pdf 3a\n";
        let verdicts = read(said, Flavour::PdfA3a);
        let wrong = Err("6.1\n6.2 x\n".to_owned());
        let paths = ["/a b/one.pdf", "/a b/two.pdf", "/three.pdf"].map(PathBuf::from);
        let expected = paths.into_iter().zip([Ok(()), wrong, Ok(())]).collect::<Vec<_>>();
        assert_eq!(verdicts, expected);
    }
}
