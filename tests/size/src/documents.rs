//! The report in every form, to weigh what it adds.

use std::str;

use vigie_model::{CareEvent, DailyEntry, Moment, Profile};
use vigie_report::{Choice, ConsultationSummary, Material, Preview, fhir, pdf};
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
    let (lang, profile, entries, care): (String, Profile, Vec<DailyEntry>, Vec<CareEvent>) =
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
    let choice = Choice::everything(lang.parse::<Lang>().ok()?, from, to);
    let summary = ConsultationSummary::new(material, choice);
    let preview = Preview::new(&summary);
    let told: usize = preview.texts().map(str::len).sum();
    u64::try_from(pdf(&summary).ok()?.len() + fhir(&summary).len() + told).ok()
}
