# The FHIR document: what its resources say and the report does not.
fhir-pair = { $label }: { $text }
fhir-device = symptom journal
fhir-day = Answers of the day
fhir-pain-said = What was said of this pain over the period
fhir-copied = Copied by the person from the laboratory’s sheet.
fhir-decision = What was decided, as the person was told
fhir-to-come = Upcoming appointment, noted by the person. When it ends is not known.
