//! Places of the body in SNOMED CT: only where the concept says exactly the region and the side. A region without its side,
//! or with another region in it, would tell less or more than the person did; then the words stand alone.

use vigie_model::{PainSite, Region, Side};

/// The concept of a place, when one is certain.
pub(super) fn snomed(site: PainSite) -> Option<&'static str> {
    if site.region().has_sides() {
        let (left, right) = sided(site.region())?;
        return match site.side()? {
            Side::Left => Some(left),
            Side::Right => Some(right),
            Side::Both => None,
        };
    }
    Some(match site.region() {
        Region::Head => "69536005",     // Head structure
        Region::Forehead => "52795006", // Forehead structure
        Region::Mouth => "123851003",   // Mouth region structure
        Region::Pelvis => "12921003",   // Pelvic structure
        Region::Neck => "45048000",     // Neck structure
        _ => return None,
    })
}

/// Left and right.
fn sided(region: Region) -> Option<(&'static str, &'static str)> {
    Some(match region {
        Region::Eye => ("8966001", "18944008"), // Left eye structure
        Region::Shoulder => ("91775009", "91774008"), // Structure of left shoulder region
        Region::Breast => ("80248007", "73056007"), // Left breast structure
        Region::UpperArm => ("368208006", "368209003"), // Left upper arm structure
        Region::Elbow => ("368148009", "368149001"), // Left elbow region structure
        Region::Forearm => ("66480008", "64262003"), // Structure of left forearm
        Region::Wrist => ("5951000", "9736006"), // Structure of left wrist region
        Region::Hand => ("85151006", "78791008"), // Structure of left hand
        Region::Hip => ("287679003", "287579007"), // Left hip region structure
        Region::Thigh => ("61396006", "11207009"), // Structure of left thigh
        Region::Knee => ("82169009", "6757004"), // Structure of left knee region
        Region::Ankle => ("51636004", "6685009"), // Structure of left ankle
        Region::Foot => ("22335008", "7769000"), // Structure of left foot
        _ => return None,
    })
}
