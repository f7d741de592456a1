# What the watch saw, in one sentence, with the numbers a nurse can check.
rule-fever = Fever: { $now } °C. During treatment, a fever is reported at any hour.
rule-fever-with = Fever ({ $now } °C) with other warning signs: { $ticks }.
rule-low-temperature = Low temperature ({ $now } °C), and you feel ill.
rule-cord-new = { $what }: a new back pain, { $now } out of 10, is to be reported.
rule-cord-severe = { $what }: a severe back pain, { $now } out of 10, is to be reported.
rule-cord-growing = { $what }: a growing back pain, { $now } out of 10, is to be reported.
rule-cord-night = { $what }: back pain that wakes you at night is to be reported ({ $now } out of 10).
rule-cord-band = { $what }: a pain like a tight band, { $now } out of 10, is to be reported.
rule-cord-signs = Back pain with a warning sign: { $ticks }.
rule-cord-signs-alone = Warning sign: { $ticks }.
rule-breath = Breathing: { $what }.
rule-bleeding = Bleeding: { $ticks }.
rule-brain = Warning sign: { $ticks }.
rule-gut = Diarrhoea: { $now } stools more than usual.
rule-gut-severe = Severe diarrhoea, or with blood or fever ({ $now } stools more than usual).
rule-dry = You cannot keep drink down, or you are being sick a lot.
rule-blocked = { $now } days without a stool, with vomiting or belly pain.
rule-clot = Warning sign: { $ticks }.
rule-liver = Warning sign: { $ticks }.
rule-skin = Warning sign: { $ticks }.
rule-thirst = Warning sign: { $ticks }.
rule-mouth = Warning sign: { $ticks }.
rule-infusion-site = Warning sign: { $ticks }.
rule-state-dropped = General state: { $now } out of 4; it was { $before } in the two weeks before.
rule-state-newly = General state: { $now } out of 4, newly.
rule-weight = Weight: { $now } kg, against { $before } kg a month ago or less.
rule-weight-slow = Weight: { $now } kg, against { $before } kg in the last six months.
rule-dark-thoughts = You have dark thoughts. A listening line answers day and night: 3114 in France, free of charge.
rule-two-ambers = Two signs to watch on the same day count as one serious sign.
rule-severe = { $what }: { $now } out of 10. From 7 on, it is to be reported.
rule-new-pain = { $what }: a new pain, { $now } out of 10 on average this week ({ $answers ->
    [one] one answer
   *[other] { $answers } answers
  }).
rule-returned = { $what }: back for { $answers } answers, after a long absence ({ $now } out of 10 on average).
rule-trend = { $what }: { $now } on average this week; { $before } { $basis } ({ $change }). { $answers ->
    [one] One answer
   *[other] { $answers } answers
  } of { $days }.

rule-trend-state = { $what }, from 0 (as usual) to 4 (in bed): { $now } on average this week; { $before } { $basis } ({ $change }). { $answers ->
    [one] One answer
   *[other] { $answers } answers
  } of { $days }.

rule-silence-no-entry = After a prompt, the diary stayed empty for { $silent ->
    [one] one day
   *[other] { $silent } days
  }, from { $from } to { $to }. Perhaps answering was too hard.
rule-silence-too-unwell = Too unwell to answer for { $silent ->
    [one] one day
   *[other] { $silent } days running
  }, from { $from } to { $to }.

basis-same-cycle-days = { $cycles ->
    [one] on the same days of your last cycle
   *[other] on the same days of your last { $cycles } cycles
  }
basis-earlier-days = in the weeks before

# Acting.
level-now = Call 15 or 112 now.
level-today-at-once = Call your care team at once, by day or night.
level-today = Call your care team today.
level-mention = To tell your care team at the next contact.
level-silence = If answering is too hard at the moment, someone close to you can do it for you, or tell your care team.
level-now-short = now (15/112)
level-today-at-once-short = today, at once
level-today-short = today
level-mention-short = at the next contact

hours-except-holidays = except public holidays
call-contact = { $name } ({ $role }): { $phone }
call-contact-hours = { $name } ({ $role }): { $phone } ({ $hours })
call-out-of-hours = Outside opening hours, { $name } ({ $role }): { $phone }
call-emergency = 15 (in France) or 112
call-team = your care team, at the number they gave you

what-to-say = You can say: “I am being treated for cancer. My symptom diary asks me to call you: { $reasons }.”
what-to-say-silence = You can say: “I am being treated for cancer. At the moment I cannot manage to fill in my symptom diary. Can you help me?”

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
outcome-carried = said again on { $day }, followed up there
outcome-open = still open: nobody has answered

no-prompt = Nothing to report by the diary’s rules. That does not mean that all is well: if something worries you, call.
