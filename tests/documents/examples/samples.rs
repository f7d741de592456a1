//! Writes the made-up reports as PDF, protected page and FHIR document into a folder, for looking at them; the page opens with
//! the passphrase it prints: `cargo run -p vigie-documents --example samples -- /tmp/samples [ten-weeks]`.
#![allow(clippy::print_stdout)] // the passphrase

use std::error::Error;
use std::path::Path;

use vigie_documents::fixtures;
use vigie_report::{fhir, page, pdf};
use vigie_seal::PagePassphrase;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("which folder?")?;
    let wanted = args.next().unwrap_or_default();
    std::fs::create_dir_all(&folder)?;
    let passphrase = PagePassphrase::new("ces pages ne cachent rien");
    println!("{passphrase}");
    for (name, summary) in fixtures().into_iter().filter(|(name, _)| name.contains(&wanted)) {
        let path = |ending: &str| Path::new(&folder).join(format!("{name}.{ending}"));
        std::fs::write(path("pdf"), pdf(&summary)?)?;
        std::fs::write(path("html"), page(&summary, &passphrase)?)?;
        std::fs::write(path("fhir.json"), fhir(&summary))?;
    }
    Ok(())
}
