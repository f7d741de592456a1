explain-chemotherapy = Medicines that keep cells from multiplying, often by drip, in cycles. The effects come and go with each cycle.
explain-targeted = Medicines aimed at something particular to the tumour’s cells, often as tablets taken every day.
explain-immunotherapy = Medicines that help your own defences recognise the tumour. Their effects can come late, even months after the last drip.
explain-hormone = A treatment that deprives the tumour of the hormones it feeds on, often for years.
explain-radiotherapy = Rays aimed at one precise place, in short sessions, nearly every day for some weeks.
explain-surgery = An operation to remove the tumour or to give relief.
explain-trial = A treatment studied in a clinical trial. People join after signing a consent, which they can withdraw at any time without saying why.

# The directory: who can help, where that was seen, and when.
directory-national = All of France
directory-by-text = { $phone } (by text message, not by call)
directory-unconfirmed = { $phone } (not confirmed since { $day })
directory-seen = seen on { $day }
directory-seen-old = seen more than a year ago ({ $year })
directory-seen-undated = seen in a page without a date
directory-kind-emergency = Emergencies
directory-kind-listening-line = Listening line
directory-kind-association = Association
directory-kind-talking-group = Support group
directory-kind-psychologist = Psychologist
directory-kind-social = Social help
directory-kind-administrative = Rights and formalities
directory-kind-trials = Clinical trials
directory-kind-physical-activity = Adapted physical activity
directory-kind-wellbeing = Wellbeing and supportive care
directory-kind-relatives = Relatives and carers
directory-kind-palliative = Palliative care
directory-kind-other = Other
directory-hours = Hours: { $hours }
directory-languages = Languages: { $languages }
directory-source = Source: { $source }
directory-none-kept = This journal keeps no list of a team’s; here is Vigie’s own.
directory-none = Nothing in this directory matches. That does not mean that there is no help: ask your team or the social worker.
directory-note = These addresses may have changed since their date: check them before you rely on them. Nobody paid to be here, and Vigie earns nothing.

# Why a directory is refused.
directory-error-empty = This directory is empty. It needs one address at least, with its source and its date.
directory-error-html = This is a web page, not a directory. Save the table as CSV or JSON instead.
directory-error-not-text = This file is not text in UTF-8. Save the table as “CSV UTF-8”.
directory-error-too-large = This directory is too large: 4 MB at most.
directory-error-newer = This directory is made for a newer version of Vigie. Update Vigie to read it.
directory-error-columns = The header is not the right one. It needs the columns { $required }, and only these are known: { $columns }.
directory-error-syntax = Line { $line }: this is neither a CSV table nor a JSON list of addresses.
directory-error-line = Line { $number }: { $cause } Nothing of this file was taken.
directory-error-entry = Address { $number }: { $cause } Nothing of this file was taken.
directory-error-fields = it does not have as many fields as the header. Put quotes around a text that holds the separator.
directory-error-shape = each address is an object whose values are texts, with these names: { $columns }.
directory-error-kind = the kind is missing or unknown. It is written { $kinds }.
directory-error-name = the name is missing.
directory-error-offer = what is offered is missing (offers, or offers_fr and offers_en).
directory-error-no-way = it needs a web address (web) or a telephone number (phone).
directory-error-web = the web address begins with https:// and holds no space.
directory-error-phone = the telephone number is written with digits, spaces and dots, without letters.
directory-error-place = the place is written national, or for example department:Finistère|city:Brest.
directory-error-source = the source is missing: the site or the document where this was seen.
directory-error-seen = the date (seen) is missing or does not exist: the day on which this was seen, written 2026-11-23.
directory-error-future = the date (seen) lies in the future.
directory-error-by-text = by_text is written yes or no.
directory-error-too-long = a text is too long: 120 characters for a name, a place, hours or a language, 600 for the rest.

# What tests, care and formalities are. Two to four sentences, for somebody tired; “title” is the name.
explain-group-treatment = Treatments
explain-group-examination = Tests
explain-group-decision = Deciding together
explain-group-support = Support
explain-group-administrative = Formalities
explain-group-wishes = Your wishes and your comfort
explain-ct = X-rays show the inside of the body in thin slices; you lie for a few minutes on a table that moves through a wide ring. A product that feels warm is often injected. Say beforehand if you have an allergy, a kidney problem, or could be pregnant. The team will tell you what the pictures show.
explain-mri = A test with a magnet, without X-rays. You lie still in a noisy tunnel for quite a while; you get something to protect your ears and a bell to call with. Say beforehand if you have metal in your body, a pacemaker, or are afraid of closed spaces: you can be helped. The team will tell you what the pictures show.
explain-pet-ct = A small amount of a slightly radioactive product is injected, most often a kind of sugar, then you rest for about an hour. A machine then shows where the product has gathered in the body. Often you must come without having eaten: say so if you have diabetes or could be pregnant. A spot on the picture can have several causes: the team explains it.
explain-ultrasound = Sounds too high to hear draw a picture of the inside of the body, without X-rays. A little gel is put on the skin, then a probe is moved over it with light pressure. Say so if it hurts.
explain-x-ray = An X-ray picture of a part of the body, for example the lungs or a bone. You keep still for a few seconds. The dose of X-rays is small; say beforehand if you could be pregnant.
explain-bone-scan = A slightly radioactive product that settles on the bones is injected, then you wait a few hours. You are asked to drink and to pass urine often during that time. Then you lie under a machine that takes pictures of the whole skeleton. Bones react to arthritis or an old injury as well: the team explains the pictures.
explain-markers = A marker is a substance measured in the blood; some tumours make it, but so does the body. It rises and falls for many reasons: a treatment, an infection, another illness, another laboratory. So a single value says little; the team looks at several measures, with the pictures and what you feel. Vigie shows your numbers and does not interpret them.
    .title = Markers in the blood
explain-rcp = Several doctors of different specialties meet to discuss your file and propose a treatment. You are not there; your doctor explains afterwards what is proposed, and nothing is decided without you. You may ask what was discussed.
explain-surveillance = A follow-up visit: you are asked how you are, you are examined, and sometimes a blood test or pictures are looked at. The wait before that day is often hard; you may say so. Note your questions here, and come with somebody if that helps.
explain-second-opinion = You may ask another doctor for an opinion at any time. It is common, and no good team takes offence. Ask for a copy of your file: you have a right to it. Ask as well whether waiting for that opinion delays the treatment.
    .title = Second opinion
explain-psychologist = A psychologist listens without judging, to you or to those close to you. This does not treat the illness, but many people feel less alone afterwards. In hospital it is often free: ask your team. If dark thoughts come, 3114 answers in France day and night.
    .title = Psychologist
explain-auriculotherapy = Small pressures, sometimes fine needles, on points of the ear. Studies have looked for an effect on pain or hot flushes; they are small and do not all say the same. Some people find relief. It replaces no treatment; before any needles ask your team, because of infections and bleeding.
    .title = Auriculotherapy (ear acupressure)
explain-hypnosis = A trained person guides you to a very relaxed state, where your attention drifts a little away from what hurts or frightens. In studies it helped people during a test or an injection; others find nothing in it, and that is nobody’s fault. Hypnosis does not treat the illness and replaces no treatment.
    .title = Hypnosis
explain-sophrology = Exercises with breathing, relaxation and pleasant images, alone or in a group. It has been little studied; some people feel calmer afterwards. It does not treat the illness and replaces no treatment.
    .title = Sophrology
explain-socio-aesthetics = Care of face, hands and nails, make-up, by somebody trained to work with people who are ill. It is taking care of a body that treatment changes. Some people find a moment of wellbeing; it does not treat the illness.
    .title = Socio-aesthetics
explain-physiotherapy = The physiotherapist helps you to regain movement, strength or breath, or to bring down the swelling of an arm or leg. In France you usually need a prescription. Say where it hurts, and whether you were told that your bones are fragile: the movements are adapted.
    .title = Physiotherapy
explain-speech-therapy = The speech therapist helps people to speak, to regain a voice or words, or to swallow, for example after an operation on the throat. In France you usually need a prescription. If drinking or eating makes you cough, tell your team.
    .title = Speech therapy
explain-adapted-activity = Movements chosen for you, even sitting, with a trained person. It is one of the best studied ways to ease fatigue: many people feel less tired, not all. Ask your doctor first what is possible for you.
    .title = Adapted physical activity
explain-social-worker = The social worker knows what help there is: at home, at work, with papers, when money is short. It is free, and what you say stays between you. There are social workers in hospitals, in the services of the department and at the health insurance.
    .title = Social worker
explain-ald = For some long illnesses the French health insurance covers in full, at its own rates, the care linked to the illness. Cancers are on that list, called ALD 30. Your GP applies for it; part of the costs may remain for you. The rules change: ask your health insurance or the social worker.
    .title = ALD 30: care that is covered
explain-sick-leave = The doctor can put you on sick leave, full-time or part-time; send the papers soon, for the time allowed is short. The health insurance, and sometimes the employer, then pay part of the wage, under conditions. You do not have to tell your employer what illness you have. The rules change: ask your health insurance, the occupational health doctor or the social worker.
    .title = Sick leave
explain-invalidity-pension = When illness keeps you from working as before for a long time, the health insurance can pay a pension. You may ask for it, or it is offered. Working a little is sometimes possible with it. The rules change: ask your health insurance or the social worker.
    .title = Disability pension (pension d’invalidité)
explain-rqth = A recognition that helps you to keep or find work: adapted hours or workplace, training. You apply for it to the MDPH of your department. You choose whether to tell anyone, even your employer. The rules change: ask the MDPH, the occupational health doctor or the social worker.
    .title = RQTH: disabled worker status
explain-mdph = The departmental house for disabled people (MDPH) takes requests for help when an illness hinders daily life for a long time. The allowance for disabled adults (AAH) is one such help: an income, under conditions. The answer can take months, so ask early. The rules change: ask the MDPH or the social worker.
    .title = MDPH and AAH
explain-caregiver-leave = Somebody close to you who works can stop, or work less, to care for you, and come back to the job afterwards. There is an allowance, under conditions. The rules change: they ask their employer, the CAF or the MSA, or the social worker.
    .title = Carer’s leave (congé de proche aidant)
explain-right-to-be-forgotten = Some time after the end of treatment, without a relapse and under conditions, you no longer have to mention your cancer to insure a loan. French law and the AERAS agreement say how long and on which conditions, and what is possible before. The rules change: look at the AERAS site, or ask a patients’ association.
    .title = Right to be forgotten
explain-trusted-person = You may choose a person of trust: somebody close, a relative, your GP (article L.1111-6 of the French Public Health Code). They can come to consultations; if one day you can no longer speak, they say what you wanted. Write down their name, date it, and both sign it; you may change at any time. Talk about it together, and tell the team their name.
    .title = Person of trust
explain-directives = You may write in advance which care you want or do not want, if one day you can no longer say so. Date it, sign it, say where the paper is; you may change it or take it back at any time. Doctors follow it, except in a few cases that the law provides for (article L.1111-11 of the French Public Health Code). You do not have to write one, and your doctor can help you.
    .title = Advance directives
explain-palliative = Palliative care seeks to relieve: pain, shortness of breath, fatigue, worry; it helps those close to you as well. It is not only for the end of life: it can begin early, beside treatment. Depending on the place, the team comes to the hospital or to your home. You may ask to meet them, just to get to know each other.
    .title = Palliative care
explain-treatments-stop = Sometimes treatment against the tumour stops: it no longer helps enough, it is too tiring, or you no longer want it. Care goes on. Your comfort comes first, with what matters to you and the people you love. Go at your own pace; nothing here is compulsory.
    .title = When treatments stop
explain-how = To read one of them: vigie explain, then the word on the left.

# When treatments stop. Gentle words, without a promise.
comfort-list = What can be asked each day, if you want it
comfort-forward = What can support you now
comfort-forward-psychological = A psychologist can listen to you, in hospital or elsewhere. Those close to you can ask for it too.
    .title = Talking to somebody
comfort-forward-social = The social worker helps to arrange care and help at home, a suitable bed, the papers.
    .title = Help at home
comfort-forward-palliative-team = Doctors, nurses, a psychologist, who know pain and breathlessness well. This team comes in addition to yours, not in its place.
    .title = The mobile palliative care team
comfort-forward-night = Ask now for a number that answers at night and at the weekend, and keep it near you. For an emergency it is 15 or 112.
    .title = Who to call at night
comfort-forward-relatives = Those who help you need a rest too. There are associations, leave from work and respite stays for them: ask the team.
    .title = Those close to you
comfort-questions = Questions you may ask the team
comfort-question-1 = If the pain grows at night or at the weekend, what can I do?
comfort-question-2 = Which medicines still help me, and which no longer do?
comfort-question-3 = Who can I call, at any hour?
comfort-question-4 = Can I stay at home, and with what help?
comfort-question-5 = What should I expect in the coming weeks?
comfort-question-6 = Can I meet the palliative care team?
comfort-question-7 = Who can talk with those close to me?
comfort-question-8 = If I change my mind, who do I tell?
comfort-wishes = What you may write down, if you wish
# Files of the registries of trials.
trials-error-empty = There is no trial in this file. Try another search in the registry, then download again.
trials-error-web-page = This is a web page, not the list of trials. In the registry, choose “Download”, then “JSON”, and open that file here.
trials-error-archive = This file is compressed. Decompress it first, then open the JSON file that is inside.
trials-error-not-json = This file cannot be read. In the registry, choose the “JSON” format, download again, and open that file here.
trials-error-other-json = There are no trials in this file. Vigie reads the files of these registries: { $registries }.
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
trials-disease-narrower = One form of the disease you are looking for ({ $place }): “{ $text }”
trials-disease-broad = A trial about many cancers ({ $place }): “{ $text }”
trials-in-condition = conditions studied
trials-in-title = title
trials-in-keyword = keywords
trials-keyword = Mentions “{ $text }”
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
   *[other] The nearest is { $n } km away as the crow flies
  }
trials-age = Age: within the limits of the record
trials-sex = Sex: accepted by the record
trials-unknown-status = Recruitment unknown: the registry does not say whether the trial is still recruiting
trials-unknown-phase = Phase unknown: the registry gives none
trials-unknown-country = Country unknown: the registry does not say whether yours is one
trials-unknown-distance = Distance unknown: the registry locates no place
trials-unknown-town = Distance unknown: Vigie does not know this town; give its latitude and longitude (lat, lon)
trials-unknown-age = Age unknown: the registry gives no limit
trials-unknown-sex = Sex unknown: the registry does not say who can take part
trials-unknown-criteria = Criteria unknown: the registry gives none
trials-unknown-places-closed = Places closed: those listed say that they are no longer recruiting; ask them
trials-judge-beyond-state = General state: the trial seems to ask for { $highest } at most (ECOG), you are at { $state }; the doctor must judge
trials-judge-kind = One precise form: “{ $text }”; the doctor will say whether it is yours
trials-judge-asks = The trial mentions “{ $text }”; the doctor will say whether that is your case
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
trials-record-of = record of { $date }
trials-record-month = date of the record: { $date }
trials-record-undated = record without a date
trials-phase = phase { $phase }
trials-no-phase = phase unknown
trials-status-recruiting = recruiting
trials-status-not-yet-recruiting = not open yet
trials-status-by-invitation = by invitation only
trials-status-active-not-recruiting = under way, no longer recruiting
trials-status-suspended = suspended
trials-status-over = over
trials-status-unknown = recruitment unknown
trials-place-unnamed = place without a name
trials-place-km = { $n } km
trials-place-km-unknown = distance unknown
trials-place-closed = this place is no longer recruiting
trials-known = What fits
trials-not-known = What the registry does not say
trials-to-judge = To discuss with the doctor
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
trials-not-understood = Vigie did not recognise “{ $text }”: only these exact words are looked for, and trials about many cancers. Try the name that is written in your report.
trials-none = No trial in these files matches. That does not mean that there is none: talk to your doctor.
trials-reminder = This list prepares a conversation. Only a doctor can say whether a trial is possible for you.

# What to know before talking it over.
trials-phases = The phases of a trial
trials-phases-1 = Phase I: 20 to 80 people. It looks for the dose, and whether the treatment is well tolerated.
trials-phases-2 = Phase II: does the treatment work in this cancer?
trials-phases-3 = Phase III: hundreds of people. The treatment is compared with the usual one.
trials-phases-4 = Phase IV: after the approval. The medicine is followed in everyday life.
trials-questions = Questions to ask about a trial
trials-questions-for-me = Is this trial possible for me? Who checks that?
trials-questions-aim = What does it try to find out?
trials-questions-instead = What would you offer me without this trial?
trials-questions-arm = Is the treatment chosen by chance? Is there a placebo?
trials-questions-effects = Which effects, frequent or serious, are known?
trials-questions-days = How many visits, blood tests, days in hospital?
trials-questions-where = Where does it take place? Can I keep my team?
trials-questions-cost = Are travel and other costs paid back?
trials-questions-treatment = What happens to my other medicines?
trials-questions-after = What happens at the end, or if I stop?
trials-questions-whom = Who do I call, day and night, if something is wrong?
trials-consent = Giving your consent, step by step
trials-consent-told = A doctor explains the trial to you and gives you a written note.
trials-consent-time = You take time to think, with anyone you like.
trials-consent-questions = You ask all your questions. No question is one too many.
trials-consent-sign = You sign only if you want to, and keep a copy.
trials-consent-leave = You can stop at any time, without saying why. Your care goes on.
trials-consent-results = You can ask for the results at the end.
trials-look = Where to look
trials-look-e-cancer = French National Cancer Institute: www.e-cancer.fr
trials-look-unicancer = Unicancer, the French cancer centres: www.unicancer.fr
trials-look-clinicaltrials = ClinicalTrials.gov, an international registry, in English: clinicaltrials.gov
trials-look-eclaire = ECLAIRE, the French public database of trials, published by the ministry of health

# The page to bring.
trials-leaflet-title = Clinical trials: to look at together
trials-leaflet-intro = This page comes from registry files read on my own device. It prepares a conversation; only a doctor can say whether a trial is possible. Check with the team of each trial: everything may have changed since the date of its record.
trials-leaflet-first = The first { $shown } of { $n } are here.
trials-looked-for = Looked for: { $what }.
trials-looked-phases = { $n ->
    [one] phase
   *[other] phases
  } { $phases }
trials-looked-around = at most { $n } km from { $city }
trials-looked-within = at most { $n } km away

# A profile that is refused.
trials-profile-syntax = This profile is not JSON: line { $line }, column { $column }.
trials-profile-field = Profile, field { $field }: it takes { $takes }.
trials-profile-unknown = Profile: there is no field { $field }. The fields are { $fields }.
trials-profile-shape = Profile, line { $line }: a JSON object with these fields is needed: { $fields }. Only conditions is required.
trials-takes-conditions = a list of at least one disease, in words, for example breast cancer
trials-takes-not-conditions = a list of diseases, in words
trials-takes-keywords = a list of words
trials-takes-phases = a list of some of 1, 2, 3, 4, in quotation marks
trials-takes-status = a list of some of any, recruiting, not-yet-recruiting, by-invitation, active-not-recruiting, suspended, over, unknown
trials-takes-country = two letters, for example FR, or a name such as France
trials-takes-place = a town (city), or a latitude and a longitude (lat, lon)
trials-takes-within-km = a number of kilometres above 0, and a place
trials-takes-age = a whole number from 0 to 120
trials-takes-sex = female or male
trials-takes-performance = a whole number from 0 to 4
trials-takes-previous-lines = a whole number from 0 to 255
trials-takes-healthy = true or false
