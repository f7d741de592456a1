//! Names of countries as registries write them, in English, and their ISO 3166-1 alpha-2 codes.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A line each: the code, then every name, the one that ClinicalTrials.gov uses first. All of ISO 3166-1, and Kosovo under
/// the code that is customary for it. States that are no more ('Former Yugoslavia') are left out: they are in no country of today.
const COUNTRIES: &str = "\
AD Andorra
AE United Arab Emirates
AF Afghanistan
AG Antigua and Barbuda
AI Anguilla
AL Albania
AM Armenia
AO Angola
AQ Antarctica
AR Argentina
AS American Samoa
AT Austria
AU Australia
AW Aruba
AX Åland Islands|Aland Islands
AZ Azerbaijan
BA Bosnia and Herzegovina
BB Barbados
BD Bangladesh
BE Belgium
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BL Saint Barthélemy|Saint Barthelemy
BM Bermuda
BN Brunei|Brunei Darussalam
BO Bolivia|Bolivia, Plurinational State of
BQ Bonaire, Sint Eustatius and Saba
BR Brazil
BS Bahamas|The Bahamas
BT Bhutan
BV Bouvet Island
BW Botswana
BY Belarus
BZ Belize
CA Canada
CC Cocos (Keeling) Islands
CD Democratic Republic of the Congo|Congo, The Democratic Republic of the|Congo (Democratic Republic of the)|Democratic Republic of Congo
CF Central African Republic
CG Congo|Republic of the Congo|Congo, Republic of the
CH Switzerland
CI Côte d'Ivoire|Cote d'Ivoire|Ivory Coast
CK Cook Islands
CL Chile
CM Cameroon
CN China
CO Colombia
CR Costa Rica
CU Cuba
CV Cape Verde|Cabo Verde
CW Curaçao|Curacao
CX Christmas Island
CY Cyprus
CZ Czechia|Czech Republic
DE Germany
DJ Djibouti
DK Denmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt
EH Western Sahara
ER Eritrea
ES Spain
ET Ethiopia
FI Finland
FJ Fiji
FK Falkland Islands|Falkland Islands (Malvinas)
FM Micronesia|Micronesia, Federated States of|Federated States of Micronesia
FO Faroe Islands
FR France
GA Gabon
GB United Kingdom|Great Britain
GD Grenada
GE Georgia
GF French Guiana
GG Guernsey
GH Ghana
GI Gibraltar
GL Greenland
GM Gambia|The Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece
GS South Georgia and the South Sandwich Islands
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong|Hong Kong SAR
HM Heard Island and McDonald Islands
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland
IL Israel
IM Isle of Man
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran|Iran, Islamic Republic of
IS Iceland
IT Italy
JE Jersey
JM Jamaica
JO Jordan
JP Japan
KE Kenya
KG Kyrgyzstan
KH Cambodia
KI Kiribati
KM Comoros
KN Saint Kitts and Nevis
KP North Korea|Korea, Democratic People's Republic of
KR South Korea|Korea, Republic of|Republic of Korea
KW Kuwait
KY Cayman Islands
KZ Kazakhstan
LA Laos|Lao People's Democratic Republic
LB Lebanon
LC Saint Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg
LV Latvia
LY Libya|Libyan Arab Jamahiriya
MA Morocco
MC Monaco
MD Moldova|Moldova, Republic of|Republic of Moldova
ME Montenegro
MF Saint Martin|Saint Martin (French part)
MG Madagascar
MH Marshall Islands
MK North Macedonia|Macedonia|Macedonia, The Former Yugoslav Republic of
ML Mali
MM Myanmar|Burma|Myanmar (Burma)
MN Mongolia
MO Macau|Macao
MP Northern Mariana Islands
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands|The Netherlands
NO Norway
NP Nepal
NR Nauru
NU Niue
NZ New Zealand
OM Oman
PA Panama
PE Peru
PF French Polynesia
PG Papua New Guinea
PH Philippines
PK Pakistan
PL Poland
PM Saint Pierre and Miquelon
PN Pitcairn
PR Puerto Rico
PS Palestine|State of Palestine|Palestinian Territories|Palestinian Territories, Occupied|Palestinian Territory, occupied
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Réunion|Reunion
RO Romania
RS Serbia|Republic of Serbia
RU Russia|Russian Federation
RW Rwanda
SA Saudi Arabia
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden
SG Singapore
SH Saint Helena|Saint Helena, Ascension and Tristan da Cunha
SI Slovenia
SJ Svalbard and Jan Mayen
SK Slovakia|Slovak Republic
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
ST São Tomé and Príncipe|Sao Tome and Principe
SV El Salvador
SX Sint Maarten
SY Syria|Syrian Arab Republic
SZ Eswatini|Swaziland
TC Turks and Caicos Islands
TD Chad
TF French Southern Territories
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL Timor-Leste|East Timor
TM Turkmenistan
TN Tunisia
TO Tonga
TR Turkey (Türkiye)|Turkey|Türkiye
TT Trinidad and Tobago
TV Tuvalu
TW Taiwan|Taiwan, Province of China
TZ Tanzania|Tanzania, United Republic of
UA Ukraine
UG Uganda
UM United States Minor Outlying Islands
US United States|United States of America
UY Uruguay
UZ Uzbekistan
VA Vatican City|Holy See|Holy See (Vatican City State)
VC Saint Vincent and the Grenadines
VE Venezuela|Venezuela, Bolivarian Republic of
VG British Virgin Islands|Virgin Islands, British
VI U.S. Virgin Islands|Virgin Islands (U.S.)|Virgin Islands, U.S.
VN Vietnam|Viet Nam
VU Vanuatu
WF Wallis and Futuna
WS Samoa
YE Yemen
YT Mayotte
ZA South Africa
ZM Zambia
ZW Zimbabwe
XK Kosovo
";

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let lines = COUNTRIES.lines().filter_map(|line| line.split_once(' '));
    lines.flat_map(|(code, names)| names.split('|').map(move |name| (key(name), code))).collect()
});

fn key(name: &str) -> String {
    name.trim().to_lowercase().replace('’', "'")
}

/// The code of a country by its English name or by its code; `None` when it is not known.
pub fn code_of(name: &str) -> Option<&'static str> {
    let by_code = || {
        let codes = COUNTRIES.lines().filter_map(|line| line.split_once(' ')).map(|(code, _)| code);
        codes.into_iter().find(|code| code.eq_ignore_ascii_case(name))
    };
    BY_NAME.get(&key(name)).copied().or_else(by_code)
}

/// Other codes and French names that people write.
const ALSO: &[(&str, &str)] = &[
    ("uk", "GB"),
    ("el", "GR"),
    ("belgique", "BE"),
    ("suisse", "CH"),
    ("allemagne", "DE"),
    ("espagne", "ES"),
    ("italie", "IT"),
    ("pays-bas", "NL"),
    ("royaume-uni", "GB"),
];

/// The code of a country as a person writes it; `None` when it is not known.
pub fn code_as_written(name: &str) -> Option<&'static str> {
    let also = || ALSO.iter().find(|(other, _)| *other == key(name)).map(|(_, code)| *code);
    code_of(name.trim()).or_else(also)
}

/// Whether two codes are of one country: the overseas departments and collectivities of France are France.
pub fn same_country(one: &str, other: &str) -> bool {
    const OVERSEAS: &[&str] = &["GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"];
    let whole =
        |code: &str| if OVERSEAS.contains(&code) { "FR".to_owned() } else { code.to_owned() };
    one == other || whole(one) == whole(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_each_of_its_names_and_by_its_code() {
        for (name, code) in [
            ("France", "FR"),
            (" france ", "FR"),
            ("FR", "FR"),
            ("be", "BE"),
            ("Turkey (Türkiye)", "TR"),
            ("Turkey", "TR"),
            ("Côte d’Ivoire", "CI"),
            ("Cote D'Ivoire", "CI"),
            ("Korea, Republic of", "KR"),
            ("Czech Republic", "CZ"),
            ("Réunion", "RE"),
        ] {
            assert_eq!(code_of(name), Some(code), "{name}");
        }
    }

    #[test]
    fn what_is_no_country_of_today_is_not_guessed() {
        for name in ["", "F", "XX", "Former Yugoslavia", "Narnia", "Fr.", "FRA"] {
            assert_eq!(code_of(name), None, "{name}");
        }
    }

    #[test]
    fn a_person_may_write_a_name_or_a_customary_code() {
        for (name, code) in
            [("UK", "GB"), ("el", "GR"), ("France", "FR"), ("Belgique", "BE"), (" fr ", "FR")]
        {
            assert_eq!(code_as_written(name), Some(code), "{name}");
        }
        assert_eq!(code_as_written("XX"), None);
    }

    #[test]
    fn overseas_departments_are_france_and_france_is_not_belgium() {
        assert!(same_country("RE", "FR") && same_country("FR", "GP") && same_country("MQ", "YT"));
        assert!(!same_country("FR", "BE") && !same_country("RE", "BE"));
    }

    #[test]
    fn no_name_stands_for_two_countries() {
        let lines = COUNTRIES.lines().filter_map(|line| line.split_once(' '));
        let names = lines.flat_map(|(_, names)| names.split('|').map(key));
        let mut all: Vec<String> = names.collect();
        let before = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), before);
        assert_eq!(COUNTRIES.lines().count(), 250);
    }
}
