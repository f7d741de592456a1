//! Writes every fixture's FHIR document into a folder, for looking at them:
//! `cargo run -p vigie-documents --example sample-fhir -- /tmp/fhir`.

use std::path::Path;
use std::process::ExitCode;

use vigie_documents::fixtures;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        return ExitCode::from(2);
    };
    for (name, summary) in fixtures() {
        let path = Path::new(&folder).join(format!("{name}.json"));
        if std::fs::write(path, vigie_report::fhir(&summary)).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
