# What stands around the symptoms: treatments, questions, support, consents, medicines, wishes.
reason-planned = as planned
reason-progression = the disease progressed
reason-toxicity = poorly tolerated
reason-my-choice = my choice
reason-other = another reason
change-delayed = Treatment put off
change-dose-reduced = Dose reduced
change-dose-raised = Dose raised
change-paused = Treatment paused
change-resumed = Treatment resumed
phase-1 = phase I
phase-1-2 = phase I/II
phase-2 = phase II
phase-2-3 = phase II/III
phase-3 = phase III
phase-4 = phase IV

medicine-anticancer = against the disease
medicine-painkiller = against pain
medicine-other = other
intake-taken = taken
intake-late = taken late
intake-missed = not taken
relief-none = no relief after an hour
relief-some = some relief after an hour
relief-good = good relief after an hour
schedule-as-needed = as needed
schedule-times = every day at { $times }
schedule-pauses = at { $times }, { $on } days in { $all } ({ $off ->
    [one] { $off } day
   *[other] { $off } days
} off)

support-psychologist = Psychologist
support-auriculotherapy = Ear acupressure
support-hypnosis = Hypnosis
support-sophrology = Sophrology
support-socio-aesthetics = Socio-aesthetics
support-physiotherapy = Physiotherapy
support-speech-therapy = Speech therapy
support-physical-activity = Adapted physical activity
support-social-worker = Social worker
support-other = Other support
helped-no = did not help
helped-little = helped a little
helped-much = helped a lot

consent-trial = Consent to a trial
consent-data = Consent to the use of data
consent-care = Consent to care
consent-leaflet = Leaflet received
consent-signed = signed on { $day }
consent-not-signed = not signed
consent-withdrawn = withdrawn on { $day }
wish-trusted-person = Person of trust
wish-directives = Advance directives

kind-result = Result
kind-scan = Scan
kind-appointment = Appointment
kind-question = Question
kind-support = Support
kind-consent = Consent
kind-medicine = Medicine
kind-intake = Dose
kind-wish = Wish
kind-change = Treatment
around-until = until { $day }
around-by = noted by { $who }
question-no-answer = no answer yet
question-answered = answered on { $day }
event-cycle = { $n ->
    [one] every day
   *[other] every { $n } days
}
event-since = since { $day }
event-range = range { $range }
kind-entry = Check-in
kind-prompt = Alert
timeline-began = Begun
timeline-ended = Ended
timeline-given = Treatment given
timeline-changed = Treatment changed
kind-attachment = Photo or paper
