//! Whose diary it is, and the program that computed.

use super::resource::{Device, DeviceName, DeviceVersion, Head, HumanName, Patient, Resource};
use super::types::{Concept, Identifier};
use super::xhtml::readable;
use super::{Entry, Scribe, ids};

/// The version that made the document.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The person: an opaque identifier, and a name when they chose to give it.
pub(super) fn patient(scribe: &Scribe<'_>) -> Entry {
    let person = scribe.told.summary.person.as_ref().map(|name| name.as_str());
    let shown = person.map_or_else(|| scribe.say("report-no-name"), str::to_owned);
    let patient = Patient {
        head: Head::new(scribe, "Patient", scribe.text(&[shown])).with(scribe.source()),
        identifier: [Identifier::uuid(&scribe.ids.make("patient", &[]))],
        name: person.map(|name| HumanName { text: readable(name) }).into_iter().collect(),
    };
    Entry {
        full_url: scribe.ids.url("patient", &[]),
        resource: Resource::Patient(Box::new(patient)),
    }
}

/// The same program is the same device, whoever uses it.
pub(super) fn device_id() -> String {
    ids::uuid(&["device", VERSION])
}

/// Vigie.
pub(super) fn device(scribe: &Scribe<'_>) -> Entry {
    let what = scribe.say("fhir-device");
    let device = Device {
        head: Head::new(scribe, "Device", scribe.text(&[format!("Vigie {VERSION} ({what})")])),
        identifier: [Identifier::uuid(&device_id())],
        device_name: [DeviceName { name: "Vigie", r#type: "user-friendly-name" }],
        r#type: Concept::text(&what),
        version: [DeviceVersion { value: VERSION }],
    };
    Entry {
        full_url: format!("urn:uuid:{}", device_id()),
        resource: Resource::Device(Box::new(device)),
    }
}
