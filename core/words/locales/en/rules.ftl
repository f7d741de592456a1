# What the watch saw, in one sentence, with the numbers a nurse can check.
rule-fever = Fever: { $now } °C. During treatment, a fever is reported at any hour.
rule-fever-with = Fever ({ $now } °C) with other warning signs: { $with }.
rule-low-temperature = Low temperature ({ $now } °C), and you feel ill.
rule-cord-new = { $what }: a new back or neck pain, { $rated }, is to be reported.
rule-cord-severe = { $what }: a severe back or neck pain, { $rated }, is to be reported.
rule-cord-growing = { $what }: back or neck pain that is getting worse, { $rated }, is to be reported.
rule-cord-night = { $what }: back or neck pain that wakes you at night is to be reported ({ $rated }).
rule-cord-band = { $what }: a pain like a tight band, { $rated }, is to be reported.
rule-cord-signs = Back pain ({ $pains }: { $now } out of 10 at worst in the last 7 days) with a warning sign: { $ticks }.
rule-cord-signs-alone = Warning sign: { $ticks }.
rule-breath = Breathing: { $what } ({ $now } out of 10).
rule-breath-ticked = Breathing: { $what }.
rule-bleeding = Bleeding: { $ticks }.
rule-brain = Warning sign: { $ticks }.
rule-gut = Diarrhoea: { $now } stools more than usual.
rule-gut-severe = Severe diarrhoea: { $now } stools more than usual.
rule-gut-severe-with = Diarrhoea ({ $now } stools more than usual) with: { $with }.
rule-dry = You were sick { $now } times today: that is to be reported.
rule-dry-ticked = You cannot keep any drink down: that is to be reported.
rule-blocked = { $now } days without a stool, with: { $with }.
rule-clot = Warning sign: { $ticks }.
rule-liver = Warning sign: { $ticks }.
rule-skin = Warning sign: { $ticks }.
rule-thirst = Warning sign: { $ticks }.
rule-mouth = Warning sign: { $ticks }.
rule-infusion-site = Warning sign: { $ticks }.
rule-state-dropped = General state: { $now } out of 4; at best it was { $before } in the two weeks before.
rule-state-newly = General state: { $now } out of 4, recently.
rule-weight = Weight: { $now } kg; at most { $before } kg in the month before ({ $percent }%). { $earlier ->
    [one] One earlier weight.
   *[other] { $earlier } earlier weights.
  }
rule-weight-slow = Weight: { $now } kg; at most { $before } kg in the six months before ({ $percent }%). { $earlier ->
    [one] One earlier weight.
   *[other] { $earlier } earlier weights.
  }
rule-dark-thoughts = You have dark thoughts. A listening line answers day and night: 3114 in France, free of charge.
rule-two-ambers = Several signs to watch on the same day count as one serious sign: { $all }.
rule-severe = { $what }: { $now } out of 10. From 7 on, it is to be reported.
rule-severe-times = { $what }: { $now } times. From 7 on, it is to be reported.
rule-severe-stools = { $what }: { $now } stools more than usual. From 7 on, it is to be reported.
rule-severe-days = { $what }: { $now } days. From 7 on, it is to be reported.
rule-new-pain = { $what }: a new pain, { $now } out of 10 on average this week ({ $answers ->
    [one] one answer
   *[other] { $answers } answers
  }).
rule-returned = { $what }: back for { $answers } answers ({ $now } on average), after { $earlier } answers of 0.
rule-trend = { $what }: { $now } on average this week; { $before } { $basis } ({ $change }). { $answers ->
    [one] One answer
   *[other] { $answers } answers
  } of { $days }.

rule-trend-state = { $what }, from 0 (as usual) to 4 (in bed): { $now } on average this week; { $before } { $basis } ({ $change }). { $answers ->
    [one] One answer
   *[other] { $answers } answers
  } of { $days }.

rule-silence-no-entry = After an alert, the journal stayed empty for { $silent ->
    [one] one day
   *[other] { $silent } days
  }, from { $from } to { $to }. Perhaps answering was too hard.
rule-silence-too-unwell = Too unwell to answer for { $silent ->
    [one] one day
   *[other] { $silent } days running
  }, from { $from } to { $to }.
# A rating; of several places, the worst.
rated = { $places ->
    [0] { $now } out of 10
    [one] { $now } out of 10
   *[other] { $now } out of 10 at worst
  }
sign-fever = fever

basis-same-cycle-days = { $cycles ->
    [one] on the same days of your last cycle
   *[other] on the same days of your last { $cycles } cycles
  }
basis-earlier-days = in the weeks before

# Acting.
level-now = Call 15 or 112 now.
level-today-at-once = Call your care team at once, by day or night.
level-today = Call your care team today.
level-mention = Tell your care team at the next contact.
level-silence = If answering is too hard at the moment, someone close to you can do it for you, or tell your care team.
level-now-short = now (15/112)
level-today-at-once-short = today, at once
level-today-short = today
level-mention-short = at the next contact

hours-except-holidays = except public holidays
call-contact = { $name } ({ $role }): { $phone }
call-contact-hours = { $name } ({ $role }): { $phone } ({ $hours })
call-out-of-hours = Outside opening hours, { $name } ({ $role }): { $phone }
number-out-of-hours = { $name }, at night and at weekends
call-emergency = 15 (in France) or 112
call-team = your care team, at the number they gave you

what-to-say = You can say: “I am being treated for cancer. My symptom journal asks me to call you: { $reasons }.”
what-to-say-silence = You can say: “I am being treated for cancer. At the moment I cannot manage to fill in my symptom journal. Can you help me?”

outcome-reached = team reached
outcome-no-answer = no answer
outcome-later = call put off
outcome-already-known = the team already knows
outcome-prefer-not = would rather not call
outcome-with = { $outcome } ({ $contact })
felt = felt as: { $felt }
felt-not-urgent = not urgent
felt-rather = rather urgent
felt-urgent = urgent
outcome-carried = raised again on { $day }, followed up there
outcome-open = still open: nobody has answered

no-prompt = Nothing to report by the journal’s rules. That does not mean that all is well: if something worries you, call.

# What each rule is about.
named-rule-fever = Fever
named-rule-fever-with = Fever with other signs
named-rule-low-temperature = Low temperature
named-rule-cord-new = New back or neck pain
named-rule-cord-severe = Severe back or neck pain
named-rule-cord-growing = Back or neck pain getting worse
named-rule-cord-night = Back or neck pain at night
named-rule-cord-band = Pain like a tight band
named-rule-cord-signs = Back pain with a warning sign
named-rule-cord-signs-alone = Legs, bladder or bowel
named-rule-breath = Breathing
named-rule-bleeding = Bleeding
named-rule-brain = Awareness, sight, speech, headache
named-rule-gut = Diarrhoea
named-rule-gut-severe = Severe diarrhoea
named-rule-dry = Vomiting
named-rule-blocked = Constipation with other signs
named-rule-clot = Swelling
named-rule-liver = Yellow skin or dark urine
named-rule-skin = Skin
named-rule-thirst = Great thirst
named-rule-mouth = Mouth
named-rule-infusion-site = Infusion site
named-rule-state-dropped = General state getting worse
named-rule-state-newly = General state recently poor
named-rule-weight = Weight lost within a month
named-rule-weight-slow = Weight lost within six months
named-rule-dark-thoughts = Dark thoughts
