//! The report in every form, to weigh what it adds.

use std::str;

use vigie_model::{By, CareEvent, DailyEntry, Moment, Profile};
use vigie_report::table::{TableOf, TableReader, write_spreadsheet, write_table};
use vigie_report::{Choice, ConsultationSummary, Material, Preview, fhir, page, pdf};
use vigie_seal::PagePassphrase;
use vigie_words::Lang;

/// A report of a history, in every form; gives the length of all of them.
///
/// # Safety
/// `history` is valid for reading `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vigie_size_report(history: *const u8, length: usize) -> u64 {
    // SAFETY: the caller's promise, handed on.
    let history = unsafe { crate::given(history, length) };
    report(history).unwrap_or(crate::FAILED)
}

fn report(history: &[u8]) -> Option<u64> {
    let (lang, profile, entries, care): (String, Profile, Vec<DailyEntry>, Vec<By<CareEvent>>) =
        postcard::from_bytes(history).ok()?;
    let (from, to) = (entries.first()?.day, entries.last()?.day);
    let material = Material {
        subject: &lang,
        entries: &entries,
        profile: &profile,
        prompts: &[],
        care: &care,
        made_at: Moment::at(to, 600, 60),
    };
    let lang: Lang = lang.parse().ok()?;
    let summary = ConsultationSummary::new(material, Choice::everything(lang, from, to));
    let told: usize = Preview::new(&summary).texts().map(str::len).sum();
    let passphrase = PagePassphrase::make(lang.word_list()).ok()?;
    let everything = TableOf { entries: &entries, care: &care, ..TableOf::default() };
    let (mut table, mut spreadsheet) = (Vec::new(), Vec::new());
    write_table("me", everything, &mut table).ok()?;
    write_spreadsheet(lang, everything, &mut spreadsheet).ok()?;
    let rows = TableReader::new(table.as_slice()).ok()?.count();
    let forms =
        [pdf(&summary).ok()?, fhir(&summary), page(&summary, &passphrase).ok()?, spreadsheet];
    u64::try_from(forms.iter().map(Vec::len).sum::<usize>() + told + rows).ok()
}
