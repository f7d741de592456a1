explain-chemotherapy = Medicines that keep cells from multiplying, often by drip, in cycles. The effects come and go with each cycle.
explain-targeted = Medicines aimed at something particular to the tumour’s cells, often as tablets taken every day.
explain-immunotherapy = Medicines that help your own defences recognise the tumour. Their effects can come late, even months after the last drip.
explain-hormone = A treatment that keeps from the tumour the hormones it feeds on, often for years.
explain-radiotherapy = Rays aimed at one precise place, in short sessions, nearly every day for some weeks.
explain-surgery = An operation to remove the tumour or to give relief.
explain-trial = A treatment studied in a clinical trial: you signed a consent, which you can withdraw at any time without saying why.

# Files of the registries of trials.
trials-error-empty = There is no trial in this file. Try another search in the registry, then download again.
trials-error-web-page = This is a web page, not the list of trials. In the registry, choose “Download”, then “JSON”, and open that file here.
trials-error-archive = This file is packed. Unpack it first, then open the JSON file that is inside.
trials-error-not-json = This file cannot be read. In the registry, choose the “JSON” format, download again, and open that file here.
trials-error-other-json = There are no trials in this file. The files of ClinicalTrials.gov and of ECLAIRE can be read here.
trials-error-cut-short = { $records ->
    [0] This file is not whole: it stops before the first trial. Download it again.
    [one] This file is not whole: it stops after { $records } trial. Download it again.
   *[other] This file is not whole: it stops after { $records } trials. Download it again.
}
trials-error-damaged = { $records ->
    [0] This file is damaged from the first trial on. Download it again.
    [one] This file is damaged after { $records } trial. Download it again.
   *[other] This file is damaged after { $records } trials. Download it again.
}
trials-error-io = The file could not be read to the end. Copy it onto this device, then open it again.

# Trials: why one is on the list, what is not known, what a doctor judges.
trials-disease-same = Same disease ({ $place }): “{ $text }”
trials-disease-wider = A wider disease, which includes yours ({ $place }): “{ $text }”
trials-disease-narrower = One form of the disease you look for ({ $place }): “{ $text }”
trials-disease-broad = A trial open to many cancers ({ $place }): “{ $text }”
trials-in-condition = conditions studied
trials-in-title = title
trials-in-keyword = keywords
trials-keyword = Speaks of “{ $text }”
trials-takes-people = Recruiting, as of the date of the record
trials-takes-people-later = Not open yet, as of the date of the record
trials-phase-asked = A phase you asked for
trials-country = { $n ->
    [0] Planned in your country
    [one] One place in your country
   *[other] { $n } places in your country
  }
trials-near = { $n ->
    [0] The nearest is less than a kilometre away, or in your town
   *[other] The nearest is { $n } km away as the crow flies
  }
trials-age = The age fits
trials-sex = The sex fits
trials-unknown-status = Recruitment unknown: the registry does not say whether it still takes people
trials-unknown-phase = Phase unknown: the registry gives none
trials-unknown-country = Country unknown: the registry does not say whether yours is one
trials-unknown-distance = Distance unknown: the registry locates no place
trials-unknown-age = Age unknown: the registry gives no limit
trials-unknown-sex = Sex unknown: the registry does not say who can take part
trials-unknown-criteria = Criteria unknown: the registry gives none
trials-unknown-places-closed = Places closed: those listed say that they take nobody now; ask them
trials-judge-beyond-state = General state: the trial seems to ask for { $highest } at most (ECOG), you are at { $state }; the doctor must judge
trials-judge-kind = One precise form: “{ $text }”; the doctor will say whether it is yours
trials-judge-asks = The trial speaks of “{ $text }”; the doctor will say whether that is your case
trials-judge-state = General state, the doctor must judge: “{ $text }”
trials-judge-lines = Earlier treatments, the doctor must judge: “{ $text }”
trials-judge-criteria = Inclusion and exclusion criteria: { $n ->
    [one] one line to read
   *[other] { $n } lines to read
  } with the doctor
trials-judge-healthy-too = The trial also looks for people in good health; ask which part would be yours
trials-trait-her2-positive = HER2 positive
trials-trait-her2-negative = HER2 negative
trials-trait-hormone-positive = hormone receptor positive
trials-trait-hormone-negative = hormone receptor negative
trials-trait-triple-negative = triple negative
trials-trait-squamous = squamous
trials-trait-non-squamous = non-squamous
trials-trait-clear-cell = clear cell
trials-trait-non-clear-cell = non-clear cell
trials-trait-castration-resistant = castration resistant
trials-trait-castration-sensitive = castration sensitive
trials-trait-egfr-mutated = EGFR mutation
trials-trait-egfr-wild = EGFR without mutation
trials-trait-msi = unstable microsatellites (MSI, dMMR)
trials-trait-mss = stable microsatellites (MSS, pMMR)

# One trial.
trials-heading = { $id }, { $phase }, { $status }
trials-phase = phase { $phase }
trials-no-phase = phase unknown
trials-status-recruiting = recruiting
trials-status-not-yet-recruiting = not open yet
trials-status-by-invitation = by invitation only
trials-status-active-not-recruiting = under way, takes nobody now
trials-status-suspended = suspended
trials-status-over = over
trials-status-unknown = recruitment unknown
trials-place-unnamed = place without a name
trials-place-km = { $n } km
trials-place-km-unknown = distance unknown
trials-place-closed = this place takes nobody now
trials-known = What fits
trials-not-known = What the registry does not tell
trials-to-judge = To see with the doctor
trials-places = Places
trials-dated = Record of { $date }. Check with the team: everything may have changed.
trials-counted = { $read ->
    [one] One record read
   *[other] { $read } records read
  }, { $kept ->
    [0] none kept
    [one] one kept
   *[other] { $kept } kept
  }.
trials-unread = { $n ->
    [one] One record could not be read.
   *[other] { $n } records could not be read.
  }
trials-shown = The first { $shown }:
trials-none = No trial in these files matches. That does not mean that there is none: talk to your doctor.
trials-reminder = This list prepares a conversation. Only a doctor can say whether a trial is possible for you.

# What to know before talking it over.
trials-phases = The phases of a trial
trials-phases-1 = Phase I: 20 to 80 people. The dose is looked for, and whether it is well borne.
trials-phases-2 = Phase II: does the treatment work in this cancer?
trials-phases-3 = Phase III: hundreds of people. It is compared with the usual treatment.
trials-phases-4 = Phase IV: after the approval. The medicine is followed in everyday life.
trials-questions = Questions to ask about a trial
trials-questions-for-me = Is this trial possible for me? Who checks that?
trials-questions-aim = What does it try to find out?
trials-questions-instead = What would you offer me without this trial?
trials-questions-arm = Is the treatment drawn by lot? Is there a placebo?
trials-questions-effects = Which effects, frequent or serious, are known?
trials-questions-days = How many visits, blood tests, days in hospital?
trials-questions-where = Where does it take place? Can I keep my team?
trials-questions-cost = Are travel and other costs paid back?
trials-questions-treatment = What becomes of my other medicines?
trials-questions-after = What happens at the end, or if I stop?
trials-questions-whom = Whom to call, day and night, if something is wrong?
trials-consent = Giving your consent, step by step
trials-consent-told = A doctor explains the trial to you and gives you a written note.
trials-consent-time = You take time to think, with whom you like.
trials-consent-questions = You ask all your questions. None is one too many.
trials-consent-sign = You sign only if you want to, and keep a copy.
trials-consent-leave = You can stop at any time, without saying why. Your care goes on.
trials-consent-results = You can ask for the results at the end.
trials-look = Where to look
trials-look-e-cancer = French National Cancer Institute: www.e-cancer.fr
trials-look-unicancer = Unicancer, the French cancer centres: www.unicancer.fr
trials-look-clinicaltrials = ClinicalTrials.gov, an international registry, in English: clinicaltrials.gov
trials-look-eclaire = ECLAIRE, the French public database: eclaire-api.sante.gouv.fr

# The page to bring.
trials-leaflet-title = Clinical trials: to look at together
trials-leaflet-intro = This page comes from registry files read on my own device. It prepares a conversation; only a doctor can say whether a trial is possible.
trials-leaflet-first = The first { $shown } of { $n } are here.
trials-looked-for = Looked for: { $what }.
trials-looked-phases = { $n ->
    [one] phase
   *[other] phases
  } { $phases }
trials-looked-around = at most { $n } km from { $city }
trials-looked-within = at most { $n } km away

# A profile that is refused.
trials-profile-syntax = This profile is not JSON: line { $line }, column { $column }.
trials-profile-field = Profile, field { $field }: it takes { $takes }.
trials-profile-unknown = Profile: there is no field { $field }. The fields are { $fields }.
trials-profile-shape = Profile, line { $line }: a JSON object with these fields is needed: { $fields }. Only conditions has to be there.
trials-takes-conditions = a list of at least one disease, in words, for example breast cancer
trials-takes-not-conditions = a list of diseases, in words
trials-takes-keywords = a list of words
trials-takes-phases = a list out of 1, 2, 3, 4, in quotation marks
trials-takes-status = a list out of any, recruiting, not-yet-recruiting, by-invitation, active-not-recruiting, suspended, over, unknown
trials-takes-country = two letters, for example FR
trials-takes-place = a town (city), or a latitude and a longitude (lat, lon)
trials-takes-within-km = a number of kilometres above 0, and a place
trials-takes-age = a whole number from 0 to 120
trials-takes-sex = female or male
trials-takes-performance = a whole number from 0 to 4
trials-takes-previous-lines = a whole number from 0 to 255
trials-takes-healthy = true or false
