//! Ways to break a FHIR document, plain and subtle: what is done to it, and words of the reason for which it is refused.

use serde_json::{Value, json};

/// One broken document.
pub struct Broken {
    /// What is wrong, as the name of a file.
    pub name: &'static str,
    /// Words in what HAPI, the closed lists or the rules of the house say of it.
    pub reason: &'static str,
    /// Whether Medplum sees it too.
    pub by_both: bool,
    /// Breaks it.
    pub spoil: fn(&mut Value),
}

const fn broken(
    name: &'static str,
    reason: &'static str,
    by_both: bool,
    spoil: fn(&mut Value),
) -> Broken {
    Broken { name, reason, by_both, spoil }
}

fn entries(document: &mut Value) -> &mut Vec<Value> {
    document["entry"].as_array_mut().unwrap()
}

/// The first resource of this type in which these characters stand.
fn one<'a>(document: &'a mut Value, kind: &str, with: &str) -> &'a mut Value {
    let found = entries(document).iter_mut().find(|entry| {
        entry["resource"]["resourceType"] == kind && entry["resource"].to_string().contains(with)
    });
    &mut found.unwrap_or_else(|| panic!("no {kind} with {with}"))["resource"]
}

fn remove(value: &mut Value, key: &str) {
    assert!(value.as_object_mut().unwrap().remove(key).is_some(), "{key} is not there");
}

/// Puts this into the first narrative of the Composition, before its end.
fn into_narrative(document: &mut Value, markup: &str) {
    let div = &mut one(document, "Composition", "")["section"][0]["text"]["div"];
    let text = div.as_str().unwrap().strip_suffix("</div>").unwrap();
    *div = json!(format!("{text}{markup}</div>"));
}

fn composition(document: &mut Value) -> &mut Value {
    one(document, "Composition", "")
}

fn day(document: &mut Value) -> &mut Value {
    one(document, "Observation", "\"check-in\"")
}

fn pain(document: &mut Value) -> &mut Value {
    one(document, "Observation", "\"bodySite\"")
}

fn weight(document: &mut Value) -> &mut Value {
    one(document, "Observation", "29463-7")
}

fn temperature(document: &mut Value) -> &mut Value {
    one(document, "Observation", "8310-5")
}

fn result(document: &mut Value) -> &mut Value {
    one(document, "Observation", "2039-6")
}

/// Every one.
pub const BROKEN: &[Broken] = &[
    // The document.
    broken("a-collection", "the Bundle is no document", false, |d| d["type"] = json!("collection")),
    broken("a-type-nobody-knows", "BundleType", false, |d| d["type"] = json!("report")),
    broken("no-name", "no name or no time", true, |d| remove(d, "identifier")),
    broken("no-time", "no name or no time", true, |d| remove(d, "timestamp")),
    broken("a-time-without-its-offset", "timestamp", true, |d| {
        d["timestamp"] = json!("2026-11-22T18:40:00");
    }),
    broken("no-composition", "there is not one Composition", true, |d| {
        entries(d).remove(0);
    }),
    broken("the-composition-is-second", "the first entry is no Composition", true, |d| {
        entries(d).swap(0, 1);
    }),
    broken("another-patient", "there is not one Patient", false, |d| {
        let mut other = entries(d)[1].clone();
        let name = "urn:uuid:00000000-0000-8000-8000-000000000000";
        other["fullUrl"] = json!(name);
        other["resource"]["identifier"][0]["value"] = json!(name);
        composition(d)["section"][0]["entry"] = json!([{ "reference": name }]);
        entries(d).push(other);
    }),
    broken("a-total", "bdl-1", true, |d| d["total"] = json!(3)),
    broken("a-request", "bdl-3", true, |d| {
        entries(d)[1]["request"] = json!({ "method": "POST", "url": "Patient" });
    }),
    broken("two-entries-with-one-name", "two entries have one fullUrl", true, |d| {
        entries(d)[2]["fullUrl"] = entries(d)[1]["fullUrl"].clone();
    }),
    broken("an-entry-without-a-name", "fullUrl is no UUID", false, |d| {
        remove(&mut entries(d)[3], "fullUrl")
    }),
    broken("an-entry-nobody-refers-to", "nothing refers to", false, |d| {
        let symptoms = composition(d)["section"][3]["entry"].as_array_mut().unwrap();
        symptoms.remove(0);
    }),
    broken("a-reference-to-what-is-not-here", "refers to what is not here", true, |d| {
        day(d)["subject"]["reference"] = json!("urn:uuid:00000000-0000-8000-8000-000000000000");
    }),
    broken("a-reference-to-a-server", "refers to what is not here", true, |d| {
        day(d)["subject"]["reference"] = json!("https://fhir.example.com/Patient/1");
    }),
    broken("a-resource-nobody-knows", "Observations", true, |d| {
        day(d)["resourceType"] = json!("Observations")
    }),
    broken("a-field-nobody-knows", "mood", true, |d| day(d)["mood"] = json!("low")),
    broken("a-control-character", "illegal in the XML", true, |d| {
        day(d)["code"]["text"] = json!("a\u{1}b")
    }),
    broken("an-empty-text", "value cannot be empty", false, |d| day(d)["code"]["text"] = json!("")),
    broken("another-language", "is in another language", false, |d| {
        day(d)["language"] = json!("fr")
    }),
    broken("a-language-nobody-speaks", "language", false, |d| {
        day(d)["language"] = json!("anglais")
    }),
    // Who and whose.
    broken("no-author", "has no author", true, |d| remove(composition(d), "author")),
    broken("an-answer-by-nobody", "has no author", false, |d| remove(day(d), "performer")),
    broken("an-answer-of-nobody", "is nobody's", false, |d| remove(day(d), "subject")),
    broken("a-resource-without-words", "has no text", false, |d| remove(day(d), "text")),
    broken("a-resource-without-an-identifier", "has no identifier", false, |d| {
        remove(day(d), "identifier")
    }),
    broken("anothers-identifier", "is identified by another name", false, |d| {
        let others = pain(d)["identifier"].clone();
        day(d)["identifier"] = others;
    }),
    broken("a-note-by-a-device", "Invalid Resource target type", true, |d| {
        let device = composition(d)["author"][1].clone();
        let note = &mut one(d, "MedicationStatement", "")["note"][0];
        remove(note, "authorString");
        note["authorReference"] = device;
    }),
    broken("an-answer-about-a-device", "Invalid Resource target type", true, |d| {
        let device = composition(d)["author"][1].clone();
        day(d)["performer"] = json!([device]);
    }),
    // The composition.
    broken("no-title", "title", true, |d| remove(composition(d), "title")),
    broken("no-date", "date", true, |d| remove(composition(d), "date")),
    broken("a-status-nobody-knows", "status", false, |d| {
        composition(d)["status"] = json!("finished")
    }),
    broken("an-empty-section", "cmp-1", true, |d| {
        let voice = &mut composition(d)["section"][2];
        remove(voice, "text");
    }),
    broken("an-unknown-document-type", "51855-6", false, |d| {
        composition(d)["type"]["coding"][0]["code"] = json!("51855-6");
    }),
    broken("a-wrong-name-of-a-loinc-code", "by another name", false, |d| {
        composition(d)["type"]["coding"][0]["display"] = json!("Consult note");
    }),
    // The words.
    broken("a-script", "<script", false, |d| into_narrative(d, "<script>alert(1)</script>")),
    broken("a-picture-from-elsewhere", "<img", false, |d| {
        into_narrative(d, r#"<img src="https://example.com/a.png" alt="a"/>"#);
    }),
    broken("a-link", "<a href", false, |d| {
        into_narrative(d, r#"<a href="https://example.com">a</a>"#)
    }),
    broken("an-event-attribute", "onclick", false, |d| {
        into_narrative(d, r#"<p onclick="a()">a</p>"#)
    }),
    broken("an-open-tag", "Malformed XHTML", false, |d| into_narrative(d, "<b>a")),
    broken("a-bare-ampersand", "Error parsing XHTML", false, |d| into_narrative(d, "<p>a & b</p>")),
    broken("a-narrative-without-a-namespace", "without its language", false, |d| {
        composition(d)["text"]["div"] = json!("<div>a</div>");
    }),
    broken("a-narrative-in-another-language", "without its language", false, |d| {
        let div = &mut day(d)["text"]["div"];
        *div = json!(div.as_str().unwrap().replacen("lang=\"en\"", "lang=\"fr\"", 1));
    }),
    broken("an-empty-narrative", "txt-2", false, |d| {
        let div = &mut day(d)["text"]["div"];
        let start = div.as_str().unwrap().find('>').unwrap();
        *div = json!(format!("{}></div>", &div.as_str().unwrap()[..start]));
    }),
    broken("a-note-that-is-html", "embedded HTML tag", false, |d| {
        let note = &mut one(d, "MedicationStatement", "")["note"][0];
        note["text"] = json!("<img src='https://example.com/a.png'>");
    }),
    // The answers.
    broken("an-answer-without-a-status", "status", true, |d| remove(day(d), "status")),
    broken("an-answer-to-nothing", "code", true, |d| remove(pain(d), "code")),
    broken("an-observation-of-nothing", "has no value", false, |d| remove(day(d), "component")),
    broken("a-component-of-nothing", "has a component without a value", false, |d| {
        remove(&mut day(d)["component"][0], "valueInteger");
    }),
    broken("a-value-and-why-there-is-none", "has a component without a value", false, |d| {
        day(d)["component"][0]["dataAbsentReason"] = json!({ "text": "skipped" });
    }),
    broken("two-values", "valueString", true, |d| {
        day(d)["component"][0]["valueString"] = json!("six")
    }),
    broken("one-thing-said-twice", "says one thing twice", false, |d| {
        let again = day(d)["component"][0].clone();
        day(d)["component"].as_array_mut().unwrap().push(again);
    }),
    broken("a-rating-in-words", "must be a number", true, |d| {
        day(d)["component"][0]["valueInteger"] = json!("6");
    }),
    broken("half-a-rating", "valueInteger", true, |d| {
        day(d)["component"][0]["valueInteger"] = json!(6.5)
    }),
    broken("a-rating-of-eleven", "on no scale", false, |d| pain(d)["valueInteger"] = json!(11)),
    broken("a-general-state-of-five", "on no scale", false, |d| {
        let all = day(d)["component"].as_array_mut().unwrap();
        all.last_mut().unwrap()["valueInteger"] = json!(5);
    }),
    broken("a-month-that-is-not-there", "effective", true, |d| {
        day(d)["effectiveDateTime"] = json!("2026-13-01");
    }),
    broken("a-french-date", "effective", true, |d| {
        day(d)["effectiveDateTime"] = json!("22/11/2026")
    }),
    broken("an-unknown-category", "category", false, |d| {
        day(d)["category"][0]["coding"][0]["code"] = json!("surveys");
    }),
    broken("an-unknown-reason-for-no-value", "dataAbsentReason", false, |d| {
        let skipped = one(d, "Observation", "asked-declined");
        let text = skipped.to_string().replace("asked-declined", "asked-refused");
        *skipped = serde_json::from_str(&text).unwrap();
    }),
    broken("an-unknown-symptom", "Unknown code", false, |d| {
        let text = day(d).to_string().replace("\"fatigue\"", "\"fatigues\"");
        *day(d) = serde_json::from_str(&text).unwrap();
    }),
    broken("an-unknown-snomed-code", "Unknown code", false, |d| {
        pain(d)["bodySite"]["coding"][0]["code"] = json!("287679004");
    }),
    // Measures and results.
    broken("a-weight-in-pounds", "another unit than kg", false, |d| {
        weight(d)["valueQuantity"]["code"] = json!("[lb_av]");
    }),
    broken("a-weight-that-does-not-say-so", "in code or in profile only", false, |d| {
        remove(weight(d), "meta")
    }),
    broken("a-weight-without-a-number", "valueQuantity", false, |d| {
        remove(&mut weight(d)["valueQuantity"], "value")
    }),
    broken("a-temperature-in-fahrenheit", "another unit than Cel", false, |d| {
        temperature(d)["valueQuantity"]["code"] = json!("[degF]");
    }),
    broken("a-temperature-among-the-answers", "not among the vital signs", false, |d| {
        temperature(d)["category"][0]["coding"][0]["code"] = json!("survey");
    }),
    broken("a-temperature-under-the-code-of-a-weight", "in code or in profile only", false, |d| {
        let code = weight(d)["code"].clone();
        temperature(d)["code"] = code;
    }),
    broken("a-unit-that-is-not-in-ucum", "mg/ZZ", false, |d| {
        result(d)["valueQuantity"]["code"] = json!("mg/ZZ")
    }),
    broken("a-code-without-its-system", "qty-3", false, |d| {
        remove(&mut result(d)["valueQuantity"], "system")
    }),
    broken("a-comparator-nobody-knows", "comparator", false, |d| {
        result(d)["valueQuantity"]["comparator"] = json!("=")
    }),
    broken("a-range-of-nothing", "obs-3", true, |d| {
        result(d)["referenceRange"] = json!([{ "type": { "text": "a" } }])
    }),
    broken("an-unknown-test", "Unknown code", false, |d| {
        result(d)["code"]["coding"][0]["code"] = json!("2039-7");
    }),
    // Treatment and care.
    broken("a-treatment-of-nobody", "subject", true, |d| {
        remove(one(d, "Procedure", ""), "subject")
    }),
    broken("a-treatment-in-a-state-nobody-knows", "status", false, |d| {
        one(d, "Procedure", "")["status"] = json!("doing");
    }),
    broken("a-medicine-without-a-name", "medication", true, |d| {
        remove(one(d, "MedicationStatement", ""), "medicationCodeableConcept");
    }),
    broken("a-period-that-ends-before-it-begins", "per-1", false, |d| {
        one(d, "MedicationStatement", "")["effectivePeriod"]["end"] = json!("2020-01-01");
    }),
    broken("a-visit-without-its-class", "class", true, |d| {
        remove(one(d, "Encounter", ""), "class")
    }),
    broken("a-message-without-a-status", "status", true, |d| {
        remove(one(d, "Communication", ""), "status")
    }),
    broken("a-message-to-an-answer", "Invalid Resource target type", true, |d| {
        let answer = composition(d)["section"][3]["entry"][0].clone();
        one(d, "Communication", "recipient")["recipient"] = json!([answer]);
    }),
];
