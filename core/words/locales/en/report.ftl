# The report for the consultation: what the care team reads.
report-title = Symptom journal — for the consultation
report-data = The data of this report, for programs (FHIR R4)
report-data-apart = For so long a period the data for programs (FHIR) are a file of their own, not attached here.
report-no-name = Name not given
report-period = From { $from } to { $to } ({ $days ->
    [one] one day
   *[other] { $days } days
  })
report-period-day = { $day } (a single day)
report-made = made on { $moment }
report-page = Page { $page } of { $pages }
report-treatment = Treatment: { $what }
report-treatment-none = Treatment: not stated
report-treatment-cycle = every { $days } days
report-treatment-since = since { $day }
report-complete = { $answered ->
    [one] { $answered } day answered
   *[other] { $answered } days answered
  } of { $days }
report-too-unwell = { $days ->
    [one] one day “too unwell to answer”
   *[other] { $days } days “too unwell to answer”
  }
report-imported = { $days ->
    [one] one taken from a table
   *[other] { $days } taken from a table
  }
report-left-out = The person chose not to show everything: notes, symptoms or reasons to call were left out.
report-not-shown = Nothing is shown here.
report-about = Journal kept by the person, without a diagnosis. If it asked for no contact, that does not mean that all is well.

# A symptom that is counted rather than rated.
report-item-unit = { $name } ({ $unit })
report-unit-times = times
report-unit-stools = stools over usual
report-unit-days = days without stool

report-changes = What has changed
report-changes-since = Since the last consultation
report-changes-last-time = Compared with the consultation of { $consultation }: means of the { $before } days before it ({ $first } – { $firstend }) and of { $now ->
    [one] the last day
   *[other] the last { $now } days
  } ({ $laststart } – { $last }). A difference counts from one point on, with at least 3 answers on each side.
report-changes-windows = Means: the first { $before ->
    [one] day
   *[other] { $before } days
  } of the period ({ $first } – { $firstend }) compared with the last { $now ->
    [one] day
   *[other] { $now } days
  } ({ $laststart } – { $last }). A difference counts from one point on, with at least 3 answers on each side.
report-changes-treatment = The treatment changed during the days compared.
report-changes-unknown = Too few answers to compare before and now.
report-change-new = New
report-change-worse = Worse
report-change-better = Better
report-change-gone = Gone
report-change-none = none
report-change-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
report-change-same = No clear change: { $items }.
report-change-unknown = Too few answers to compare: { $items }.
report-not-rated = not rated

report-prompts = The journal’s alerts and what came of them
report-prompts-none = None in this period. That does not mean that all was well.
report-rules = By rules that the team signed: { $rules }.
report-prompts-more = The most urgent and the latest; the rest is at the end of the document.
report-prompts-all = The journal’s alerts, continued
report-outcome = { $day }: { $what }.
report-advice = Advice: { $advice }
report-col-day = Day
report-col-level = When to act
report-col-reasons = Reasons
report-col-outcome = What came of it

report-voice = In their own words
report-voice-none = No question and no note in this period.
report-questions = Their questions for the consultation
report-notes = Their notes
report-voice-more = In short here, the latest first; the rest is at the end of the document.
report-voice-all = All their questions and notes
report-voice-hidden = { $count ->
    [one] One more, older, is in the CSV file.
   *[other] { $count } more, older, are in the CSV file.
  }
report-shortened = […] marks a shortened text; the whole note is in the CSV file.
report-signs = □ stands for a character this document cannot write (emoji, another script); the original text is in the journal.

report-symptoms = Symptoms, the most severe first
report-symptoms-none = No symptom was rated in this period.
report-symptoms-note = From 0 (not at all) to 10 (the worst). A day without an answer is never a zero. Before, now: the days compared above. Bold: new, worse.
report-rows-hidden = { $count ->
    [one] One more is in the CSV file.
   *[other] { $count } more are in the CSV file.
  }
report-col-symptom = Symptom
report-col-answers = Days rated
report-col-mean = Mean
report-col-worst = Worst (last time)
report-col-days = Days at 4 or more
report-col-before = Before
report-col-now = Now
report-col-change = Change
report-state = General state (0 to 4)

report-measures = Measures and treatments
report-weight = Weight
report-weight-unit = kg
report-weight-once = { $value } kg on { $day }
report-weight-change = { $first } kg on { $firstday } → { $last } kg on { $lastday } ({ $change } kg, { $percent }%)
report-temperature = Temperature
report-temperature-unit = °C
report-temperature-highest = highest { $value } °C on { $day }; 38 °C or more: { $fever ->
    [one] once
   *[other] { $fever } times
  } of { $count ->
    [one] one reading
   *[other] { $count } readings
  }
report-administrations = Treatment given
report-treatment-changes = Treatment changed
report-events-many = { $count } days, the last { $last }

report-medication = Medicines and relief
report-col-painkiller = Painkiller
report-col-taken = Days taken
report-col-helped = Helped
report-col-not-helped = Did not help
report-col-not-said = Not stated

report-pains = Pain by place
report-body-alt = Body seen from the front and from behind. Places that hurt: { $places }.
report-body-place = { $name } (worst { $worst })
report-body-front = front
report-body-back = back
report-body-note = The number on the map is that of the place in the table: grey with a thick edge, 7 or more at worst; grey, 4 to 6; white, less. Left and right are the person’s own.
report-col-place = Place
report-col-nights = Nights woken
report-col-quality = What it feels like (days)

report-results = Markers and blood tests
report-results-note = As copied from the laboratory’s sheet, with its own range. Vigie draws no conclusion from them.
report-col-result = Test
report-col-value = Value
report-col-unit = Unit
report-col-range = Laboratory’s range
report-care = Scans and appointments
report-scan = { $name }: { $conclusion }.

report-days = Every answer
report-days-how = Each column is a week that begins on the day above it, one sign a day: a rating, × too unwell to answer, – question skipped, · not asked, ○ no entry.
report-days-step = Each column begins on the day above it; each of its seven signs is the worst of { $days } days: a rating, × too unwell to answer, – question skipped, · not asked, ○ no entry.
report-days-from = from { $day }

report-charts = Day by day
report-charts-how = For every symptom, higher = worse. A broken line is a silence: nothing is assumed between two answers. The dashed line marks 4 of 10, from which a symptom is at least moderate (38 °C for temperature).
report-charts-weeks = { $weeks ->
    [one] The period is long: each point is the mean of a week, the bar goes from the lowest rating to the highest.
   *[other] The period is long: each point is the mean of { $weeks } weeks, the bar goes from the lowest rating to the highest.
  }
report-charts-hidden = { $count ->
    [one] One more symptom has no chart here.
   *[other] { $count } more symptoms have no chart here.
  }
report-chart-detail = worst { $worst } ({ $day }) ↑ higher = worse
report-chart-state = 4 = in bed all day ↑ higher = worse
report-chart-measure = from { $low } to { $high }
report-state-high = in bed
report-state-low = as usual
report-chart-alt = Line chart, { $name }. Rated on { $answers } of { $days } days, mean { $mean }, worst { $worst } on { $day }, 4 or more on { $moderate ->
    [one] one day
   *[other] { $moderate } days
  }.
report-chart-alt-state = Line chart, { $name }. Rated on { $answers } of { $days } days, worst { $worst }.
report-chart-alt-measure = Line chart, { $name }. { $count ->
    [one] One reading
   *[other] { $count } readings
  }, from { $low } to { $high }.
report-legend-above = 4 or more
report-legend-below = less than 4
report-legend-unwell = too unwell to answer
report-legend-skipped = question skipped
report-legend-not-asked = not asked
report-legend-absent = no entry
report-legend-treatment = treatment given
report-legend-change = treatment changed
report-legend-consultation = consultation
report-legend-scan = scan

# The table for a spreadsheet: one row a day.
spreadsheet-yes = yes
spreadsheet-signs = Warning signs
spreadsheet-pains = About the pains
spreadsheet-night = wakes at night
spreadsheet-painkillers = Painkillers
spreadsheet-helped = helped
spreadsheet-not-helped = did not help
spreadsheet-given = treatment given
spreadsheet-given-named = treatment given: { $what }
spreadsheet-changed = treatment changed
spreadsheet-changed-named = treatment changed: { $what }
spreadsheet-started = start: { $what }
spreadsheet-stopped = end: { $what }
spreadsheet-author = Filled in by
report-answer = Answer ({ $day }): { $answer }

# Who answered, when it was not the person.
report-answered-by = { $days ->
    [one] one day filled in by { $who }
   *[other] { $days } days filled in by { $who }
  }
report-treatments = Treatments of the period
report-voice-answered = No question is waiting; the answers received stand further on.
report-answers = Answers to their questions
report-support = Support, consents, wishes
report-sessions = { $days }: { $helped }.
report-session-note = { $day }: { $said }
report-helped-not-said = effect not stated

report-col-medicine = Medicine at fixed times
report-col-dose-taken = Taken on time
report-col-dose-late = Taken late
report-col-dose-missed = Not taken
report-col-dose-not-noted = Not noted
report-doses-taken = { $count } of { $due }
report-doses-more = { $count ->
    [one] and one dose more than planned
   *[other] and { $count } doses more than planned
  }
report-doses-note = “Not noted”: nothing was said of this dose, neither that it was taken nor that it was forgotten.
report-dose-reason = { $name }, { $what }: { $reason }
report-col-as-needed = Medicine as needed
report-col-times = Doses
report-col-relief-good = Good relief
report-col-relief-some = Some relief
report-col-relief-none = No relief
report-relief-note = Relief one hour after the dose.

# A page to take along.
leaflet-title = A page to bring to the consultation
leaflet-more = { $count ->
    [one] One more line found no room here; Vigie shows it.
   *[other] { $count } more lines found no room here; Vigie shows them.
  }
leaflet-shortened = […] marks a shortened text; Vigie shows the whole text.
leaflet-signs = □ stands for a character that this document cannot write (an emoji, another alphabet).
