//! Where the large French towns lie, so that a profile may name one: registries seldom tell more than the town either.

use super::fold::tokens;

/// Mean radius of the Earth in km (IUGG: 6371.0088).
const EARTH_KM: f64 = 6_371.0;

/// A point, latitude and longitude in degrees.
pub type Point = (f64, f64);

/// Town halls, rounded to a hundredth of a degree, about 1 km.
const CITIES: &[(&str, Point)] = &[
    ("Paris", (48.86, 2.35)),
    ("Marseille", (43.30, 5.37)),
    ("Lyon", (45.77, 4.84)),
    ("Toulouse", (43.60, 1.44)),
    ("Nice", (43.70, 7.27)),
    ("Nantes", (47.22, -1.55)),
    ("Montpellier", (43.61, 3.88)),
    ("Strasbourg", (48.58, 7.75)),
    ("Bordeaux", (44.84, -0.58)),
    ("Lille", (50.63, 3.06)),
    ("Rennes", (48.11, -1.68)),
    ("Reims", (49.26, 4.03)),
    ("Toulon", (43.12, 5.93)),
    ("Saint-Étienne", (45.44, 4.39)),
    ("Le Havre", (49.49, 0.11)),
    ("Grenoble", (45.19, 5.72)),
    ("Dijon", (47.32, 5.04)),
    ("Angers", (47.47, -0.55)),
    ("Villeurbanne", (45.77, 4.88)),
    ("Saint-Denis de La Réunion", (-20.88, 55.45)),
    ("Nîmes", (43.84, 4.36)),
    ("Clermont-Ferrand", (45.78, 3.08)),
    ("Le Mans", (48.00, 0.20)),
    ("Aix-en-Provence", (43.53, 5.45)),
    ("Brest", (48.39, -4.49)),
    ("Tours", (47.39, 0.69)),
    ("Amiens", (49.89, 2.30)),
    ("Limoges", (45.83, 1.26)),
    ("Annecy", (45.90, 6.13)),
    ("Perpignan", (42.70, 2.90)),
    ("Metz", (49.12, 6.18)),
    ("Besançon", (47.24, 6.02)),
    ("Orléans", (47.90, 1.91)),
    ("Rouen", (49.44, 1.10)),
    ("Mulhouse", (47.75, 7.34)),
    ("Caen", (49.18, -0.37)),
    ("Nancy", (48.69, 6.18)),
    ("Avignon", (43.95, 4.81)),
    ("Poitiers", (46.58, 0.34)),
    ("La Rochelle", (46.16, -1.15)),
    ("Pau", (43.30, -0.37)),
    ("Villejuif", (48.79, 2.36)),
    ("Saint-Cloud", (48.84, 2.22)),
    ("Saint-Denis", (48.94, 2.36)),
    ("Saint-Denis", (-20.88, 55.45)),
    ("Créteil", (48.79, 2.46)),
    ("Bobigny", (48.91, 2.44)),
    ("Clichy", (48.90, 2.31)),
    ("Versailles", (48.80, 2.13)),
    ("Saint-Herblain", (47.21, -1.65)),
    ("Vandœuvre-lès-Nancy", (48.66, 6.17)),
    ("Pierre-Bénite", (45.70, 4.83)),
    ("Fort-de-France", (14.60, -61.07)),
    ("Bayonne", (43.49, -1.47)),
    ("Ajaccio", (41.93, 8.74)),
];

/// The points of the large French towns of that name; accents, case and hyphens do not matter, nor what follows it ('Lyon Cedex
/// 08', 'Paris 13e', 'Paris, France').
pub fn points_of(city: &str) -> Vec<Point> {
    let wanted = town(city);
    let named = CITIES.iter().filter(|(name, _)| tokens(name) == wanted);
    named.map(|(_, point)| *point).collect()
}

/// Whether two names are of the same town.
pub fn same(one: &str, other: &str) -> bool {
    let one = town(one);
    !one.is_empty() && one == town(other)
}

/// The words of a town's name, without 'Cedex', numbers, and what stands after a comma or in brackets.
fn town(name: &str) -> Vec<String> {
    let name = name.trim_start_matches([',', '(']).split([',', '(']).next().unwrap_or_default();
    let mut words = tokens(name);
    words.retain(|word| word != "cedex" && !word.starts_with(|c: char| c.is_ascii_digit()));
    // 'St Etienne'.
    for word in &mut words {
        match word.as_str() {
            "st" => "saint".clone_into(word),
            "ste" => "sainte".clone_into(word),
            _ => {}
        }
    }
    words
}

/// Distance along the surface in km (haversine).
pub fn km((lat1, lon1): Point, (lat2, lon2): Point) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let cosines = lat1.to_radians().cos() * lat2.to_radians().cos();
    let chord = half(lat1, lat2) + cosines * half(lon1, lon2);
    2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)] // a test may

    use super::*;

    #[test]
    fn a_town_is_known_however_it_is_written() {
        for name in ["saint etienne", "SAINT-ÉTIENNE", "St Etienne Cedex 2", "Saint‐Étienne"] {
            assert_eq!(points_of(name), [(45.44, 4.39)], "{name}");
        }
        for name in ["Paris 13e", "PARIS, France", "Paris 75013", "Paris (13e)"] {
            assert_eq!(points_of(name), [(48.86, 2.35)], "{name}");
        }
        assert_eq!(points_of("Lyon 3ème"), [(45.77, 4.84)]);
        assert_eq!(points_of("Saint-Denis").len(), 2, "near Paris and in La Réunion");
        assert_eq!(points_of("Springfield"), []);
        assert_eq!(points_of(""), []);
    }

    #[test]
    fn paris_to_lyon_is_what_an_atlas_says() {
        let km = km(points_of("Paris")[0], points_of("lyon")[0]);
        assert!((385.0..400.0).contains(&km), "{km}");
    }

    #[test]
    fn the_other_side_of_the_earth_is_half_its_girth_away() {
        assert!((km((0.0, 0.0), (0.0, 180.0)) - 20_015.0).abs() < 1.0);
        assert_eq!(km((45.0, 5.0), (45.0, 5.0)), 0.0);
    }

    #[test]
    fn every_town_stands_once_and_lies_on_french_soil() {
        for (at, (name, (lat, lon))) in CITIES.iter().enumerate() {
            let mut others = CITIES.iter().skip(at + 1).filter(|(other, _)| same(name, other));
            assert!(others.all(|(_, point)| km((*lat, *lon), *point) > 100.0), "{name}");
            assert!((-21.0..=51.1).contains(lat) && (-61.3..=55.9).contains(lon), "{name}");
        }
    }
}
