//! The public holidays of France, on which a ward that is closed at weekends is closed as well.
//!
//! The eleven days of article L3133-1 of the French labour code (Code du travail). The two more of
//! Alsace and Moselle (Good Friday, 26 December) and the local days overseas are not among them:
//! where the person lives is not known.

use crate::Day;

/// Month and day of those that keep their date.
const FIXED: [(u32, u32); 8] =
    [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
/// Days after Easter Sunday: Easter Monday, Ascension, Whit Monday.
const AFTER_EASTER: [i32; 3] = [1, 39, 50];

impl Day {
    /// Whether it is a public holiday in France.
    pub fn is_public_holiday(self) -> bool {
        let (year, month, day) = self.ymd();
        FIXED.contains(&(month, day))
            || easter(year).is_some_and(|easter| AFTER_EASTER.contains(&self.since(easter)))
    }
}

/// Easter Sunday of a year, in the Gregorian calendar.
///
/// The anonymous computus of 1876, as in Jean Meeus, Astronomical Algorithms, chapter 8; it holds
/// for every Gregorian year.
fn easter(year: i32) -> Option<Day> {
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    // The full moon of spring, in days after 21 March.
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    // The moon may not fall on 19 April, nor on the 18th in the second half of its cycle.
    let late = (golden + 11 * moon + 22 * to_sunday) / 451;
    let march = u32::try_from(moon + to_sunday - 7 * late + 114).ok()?;
    Day::from_ymd(year, march / 31, march % 31 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written by hand: Easter Monday, Ascension and Whit Monday of each year.
    const MOVING: [(i32, [&str; 3]); 7] = [
        (2024, ["2024-04-01", "2024-05-09", "2024-05-20"]),
        (2025, ["2025-04-21", "2025-05-29", "2025-06-09"]),
        (2026, ["2026-04-06", "2026-05-14", "2026-05-25"]),
        (2027, ["2027-03-29", "2027-05-06", "2027-05-17"]),
        (2028, ["2028-04-17", "2028-05-25", "2028-06-05"]),
        (2029, ["2029-04-02", "2029-05-10", "2029-05-21"]),
        (2030, ["2030-04-22", "2030-05-30", "2030-06-10"]),
    ];
    const STAYING: [&str; 8] =
        ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

    #[test]
    fn the_public_holidays_of_2024_to_2030_are_these_and_no_other_day() {
        for (year, moving) in MOVING {
            let mut written: Vec<String> =
                STAYING.iter().map(|day| format!("{year}-{day}")).collect();
            written.extend(moving.map(str::to_owned));
            written.sort();
            let first = Day::from_ymd(year, 1, 1).unwrap();
            let last = Day::from_ymd(year, 12, 31).unwrap();
            let found: Vec<String> = first
                .through(last)
                .filter(|day| day.is_public_holiday())
                .map(|day| day.to_string())
                .collect();
            assert_eq!(found, written);
            assert_eq!(found.len(), 11);
        }
    }

    #[test]
    fn easter_falls_where_the_church_has_it_at_the_ends_of_its_range_too() {
        for day in [
            "1818-03-22", // the earliest there can be
            "1943-04-25", // the latest there can be
            "1981-04-19", // the moon may not fall on the 19th
            "1954-04-18", // nor on the 18th late in its cycle
            "2000-04-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
        ] {
            let year: i32 = day[..4].parse().unwrap();
            // 1818 lies before the first day there is.
            assert_eq!(easter(year), day.parse().ok(), "{day}");
        }
        for year in 1900..=2199 {
            let easter = easter(year).unwrap();
            assert_eq!(easter.weekday(), 6, "{year}: a Sunday");
            let (_, month, day) = easter.ymd();
            assert!(matches!((month, day), (3, 22..) | (4, ..=25)), "{easter}");
        }
    }
}
