//! Laboratory tests in LOINC and their units in UCUM: closed tables, read to the letter. What is not in them stays text.

/// Tests whose name and unit leave no doubt: every way the name is written, the units in which it is then that test (as UCUM),
/// and LOINC's code and name. Without AFP: LOINC has two codes for it, one of them as a tumour marker, and the sheet does not
/// say which.
const TESTS: [(&[&str], &[&str], &str, &str); 10] = [
    (
        &["cea", "ace"],
        &["ng/mL", "ug/L"],
        "2039-6",
        "Carcinoembryonic Ag [Mass/volume] in Serum or Plasma",
    ),
    (
        &["ca 15-3", "ca15-3"],
        &["U/mL", "kU/L", "[IU]/mL"],
        "6875-9",
        "Cancer Ag 15-3 [Units/volume] in Serum or Plasma",
    ),
    (
        &["ca 19-9", "ca19-9"],
        &["U/mL", "kU/L", "[IU]/mL"],
        "24108-3",
        "Cancer Ag 19-9 [Units/volume] in Serum or Plasma",
    ),
    (
        &["ca 125", "ca125", "ca-125"],
        &["U/mL", "kU/L", "[IU]/mL"],
        "10334-1",
        "Cancer Ag 125 [Units/volume] in Serum or Plasma",
    ),
    (
        &["psa", "psa total"],
        &["ng/mL", "ug/L"],
        "2857-1",
        "Prostate specific Ag [Mass/volume] in Serum or Plasma",
    ),
    (
        &["hémoglobine", "hemoglobine", "haemoglobin", "hemoglobin", "hb"],
        &["g/dL", "g/L"],
        "718-7",
        "Hemoglobin [Mass/volume] in Blood",
    ),
    (
        &["plaquettes", "platelets"],
        &["10*9/L", "10*3/uL"],
        "26515-7",
        "Platelets [#/volume] in Blood",
    ),
    (
        &["leucocytes", "leukocytes", "globules blancs", "white blood cells"],
        &["10*9/L", "10*3/uL"],
        "26464-8",
        "Leukocytes [#/volume] in Blood",
    ),
    (
        &["neutrophiles", "polynucléaires neutrophiles", "neutrophils"],
        &["10*9/L", "10*3/uL"],
        "26499-4",
        "Neutrophils [#/volume] in Blood",
    ),
    (&["lymphocytes"], &["10*9/L", "10*3/uL"], "26474-7", "Lymphocytes [#/volume] in Blood"),
];

/// A unit as it is printed and as UCUM writes it. `G/L` on a French sheet is 10⁹ a litre; in UCUM it would be gauss.
const UNITS: [(&str, &str); 24] = [
    ("ng/mL", "ng/mL"),
    ("ng/ml", "ng/mL"),
    ("µg/L", "ug/L"),
    ("μg/L", "ug/L"),
    ("µg/l", "ug/L"),
    ("μg/l", "ug/L"),
    ("U/mL", "U/mL"),
    ("U/ml", "U/mL"),
    ("kU/L", "kU/L"),
    ("kU/l", "kU/L"),
    ("UI/mL", "[IU]/mL"),
    ("IU/mL", "[IU]/mL"),
    ("g/dL", "g/dL"),
    ("g/dl", "g/dL"),
    ("g/L", "g/L"),
    ("g/l", "g/L"),
    ("mg/L", "mg/L"),
    ("mg/l", "mg/L"),
    ("G/L", "10*9/L"),
    ("G/l", "10*9/L"),
    ("10^9/L", "10*9/L"),
    ("10⁹/L", "10*9/L"),
    ("10^3/µL", "10*3/uL"),
    ("%", "%"),
];

/// The unit in UCUM.
pub(super) fn ucum(unit: &str) -> Option<&'static str> {
    UNITS.iter().find(|(printed, _)| *printed == unit).map(|(_, ucum)| *ucum)
}

/// LOINC's code and name for a test, by its name and its unit in UCUM.
pub(super) fn loinc(name: &str, ucum: Option<&str>) -> Option<(&'static str, &'static str)> {
    let (name, unit) = (name.to_lowercase(), ucum?);
    TESTS
        .iter()
        .find(|(names, units, ..)| names.contains(&name.as_str()) && units.contains(&unit))
        .map(|(.., code, display)| (*code, *display))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_has_a_code_only_when_its_name_and_its_unit_are_certain() {
        assert_eq!(loinc("CEA", ucum("ng/mL")).map(|(code, _)| code), Some("2039-6"));
        assert_eq!(loinc("Hémoglobine", ucum("g/dL")).map(|(code, _)| code), Some("718-7"));
        assert_eq!(ucum("G/L"), Some("10*9/L"));
        assert_eq!(loinc("Plaquettes", ucum("G/L")).map(|(code, _)| code), Some("26515-7"));
        for (name, unit) in [
            ("CEA", "U/mL"),
            ("CEA", "NG/ML"),
            ("CEA (liquide pleural)", "ng/mL"),
            ("Lymphocytes", "%"),
            ("Hémoglobine glyquée", "%"),
            ("PSA libre", "ng/mL"),
        ] {
            assert_eq!(loinc(name, ucum(unit)), None, "{name} {unit}");
        }
    }
}
