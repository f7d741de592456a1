# What a team’s own rule says.
own-rule-value = { $text } { $what }: { $now }.
own-rule-what = { $text } { $what }.
own-rule-value-alone = To be reported: { $named } ({ $now }).
own-rule-what-alone = To be reported: { $named }.

# When a rule speaks. The lines of a list come below it.
when-all = all of these at once:
when-any = at least one of these:
when-ticked = { $n ->
    [one] this sign: { $signs }
   *[other] one of these signs: { $signs }
  }
when-temperature-at-least = temperature of { $limit } °C or more
when-temperature-below = temperature below { $limit } °C
when-treated = on treatment, or treated within { $days ->
    [one] one day
   *[other] { $days } days
  } ({ $immunotherapy } for immunotherapy), or treatment unknown
when-immunotherapy = on immunotherapy, or treated with it within { $days ->
    [one] one day
   *[other] { $days } days
  }, or treatment unknown
when-rated = { $what }: { $amount }
when-newly-rated = { $what }: { $amount }, and less than that in { $reports ->
    [one] the answer before
   *[other] the { $reports } answers before
  }
when-pain-in = pain { $strength } at one of these places: { $places }
when-spinal-any = back or neck pain { $strength }
when-spinal-this-week = back or neck pain { $strength } within the last seven days
when-spinal-new = a new back or neck pain { $strength }
when-spinal-growing = back or neck pain { $strength } that is getting worse
when-spinal-at-night = back or neck pain { $strength } that wakes the person at night
when-spinal-band = a pain like a tight band { $strength }
when-too-unwell = the answer “too unwell to answer”
when-state-at-least = general state: { $from } or more (0 as usual, 4 in bed)
when-state-dropped = general state worse by { $steps ->
    [one] one step
   *[other] { $steps } steps
  } or more than the best of the last { $days } days
when-state-newly = general state: { $from } or more (0 as usual, 4 in bed), and in the { $days } days before either better than that once or always better than on the day itself
when-weight-lost = more than { $percent }% of the weight lost in { $days } days
when-weight-lost-thin = more than { $percent }% of the weight lost in { $days } days, with a body mass index under { $bmi }
amount-severity = at least { $from } out of 10
amount-times = { $from ->
    [one] at least once
   *[other] at least { $from } times
  }
amount-stools = { $from ->
    [one] at least one stool more than usual
   *[other] at least { $from } stools more than usual
  }
amount-days = { $from ->
    [one] at least one day without a stool
   *[other] at least { $from } days without a stool
  }
pain-strength = { $from ->
    [one] of any strength
   *[other] of { $from } out of 10 or more
  }

# The numbers that belong to no rule.
setting-severe-at-least = A symptom is severe from { $value } out of 10
setting-severe-reports = A severe symptom is reported if it was not severe in { $n ->
    [one] the answer before
   *[other] the { $n } answers before
  }
setting-severe-again-after-days = A symptom that stays severe is reported again { $n ->
    [one] one day
   *[other] { $n } days
  } after somebody dealt with it
setting-trend-threshold = Worsening is reported from a score of { $value } (in standard deviations) when one symptom is followed
setting-trend-threshold-per-series = The more symptoms are followed, the higher that score has to be: by { $value } times the natural logarithm of their number
setting-trend-adds-from = What several symptoms have beyond a score of { $value } adds up
setting-trend-named-from = When several symptoms get worse together, each with a score of { $value } or more is named
setting-trend-least-change = Worsening is reported if the difference is at least { $value } out of 10
setting-trend-today-from = Worsening is for the same day if the mean of the week reaches { $value } out of 10, otherwise for the next contact
setting-new-pain-at-least = A pain at a new place is reported from { $value } out of 10
setting-new-pain-reports = A new pain is reported after { $n ->
    [one] one answer
   *[other] { $n } answers
  } of that strength
setting-new-pain-within-days = A new pain is reported if these answers come within { $n ->
    [one] one day
   *[other] { $n } days
  }
setting-new-pain-new-for-days = A place that hurts is new for { $n ->
    [one] one day
   *[other] { $n } days
  }
setting-returned-absent-reports = A symptom is back after { $n ->
    [one] one answer
   *[other] { $n } answers
  } of zero
setting-returned-reports = A symptom that is back is reported after { $n ->
    [one] one answer
   *[other] { $n } answers
  }
setting-returned-at-least = A symptom that is back is reported from { $value } out of 10 in each of these answers
setting-silence-days = A silence is reported after { $n ->
    [one] one day
   *[other] { $n } days running
  } without an entry after an alert, or of “too unwell to answer”

# A set of rules.
pack-head = Rules { $name }, version { $version }, by { $author }
pack-head-builtin = Vigie’s own rules ({ $name }), version { $version }
pack-builtin = They are part of Vigie.
pack-signed = Signed with the key { $fingerprint }
pack-unsigned = They are not signed.
pack-since = In force since { $at }.
pack-starting-values = These are starting values with their sources. None has been validated on patients.
pack-not-validated = Vigie checks who signed them, and that they say no less than its own when 15 or 112 is to be called. The team that wrote them answers for what they say.
pack-rules = When the journal asks for a call:
pack-settings = Other thresholds:
pack-rule = { $rule }: { $level }
pack-again = said again after { $days } days at the earliest, or as soon as it is worse
pack-says = says: { $text }
pack-source = source: { $source }
pack-code = name in the file: { $rule }

# What changes.
diff-head = Changes from { $before } to { $after }:
pack-name = { $name }, version { $version }
diff-none = Nothing changes in what these rules ask for.
diff-less = Note: { $n ->
    [one] one of these changes makes
   *[other] { $n } of these changes make
  } the journal speak less often, or at other times.
diff-added = New rule
diff-removed = Rule removed
diff-stricter = More careful
diff-looser = Less careful
diff-otherwise = Differently
diff-rule = { $change }: { $rule } ({ $level })
diff-before = before: { $value }
diff-after = now: { $value }
diff-before-when = before:
diff-after-when = now:
diff-setting = { $change }: { $setting } (before: { $before })
diff-again = { $days ->
    [one] said again every day
   *[other] said again after { $days } days at the earliest
  }

# Why rules are refused.
refused-unreadable = This file holds no rules that Vigie can read ({ $cause }). Ask the team that wrote them for it again.
refused-newer = These rules are made for a newer version of Vigie. Update Vigie.
refused-name-taken = Two rules are named { $rule }, or Vigie uses that name itself. Give one of them another name.
refused-missing-text = The rule { $rule } has no sentence in the language { $lang }, which these rules claim to support. Add it under “texts”.
refused-out-of-range = { $of }: the value of “{ $field }” is not possible. Correct it; docs/decisions/0014 gives the limits.
refused-silences = These rules would silence the rule { $rule }, which sends people to 15 or 112. They may be more careful, never less: keep for { $rule } a rule of level “now” that speaks at least as often.
refused-unsigned = These rules are not signed. Nothing tells who wrote them; ask the team for the signed file (it makes one with vigie rules sign).
refused-signature = The signature does not match these rules: the file was changed or damaged on its way. Do not use this file; ask the team for it again.
refused-too-large = This file is too large to be rules.
refused-other-key = The rules { $name } were always signed here with the key { $known }. This file is signed with the key { $found }: it comes from somebody else. Call the team; if it has a new key, it gives its rules a new name.
refused-builtin-name = These rules have the name of Vigie’s own. The team gives them a name of its own.
refused-not-newer = This journal already has version { $known } of the rules { $name }; this file is version { $found }. Only a newer version replaces them.
refused-frame = The code “{ $start }” is not a Vigie code, or it was misread. Read it again.
refused-foreign-frame = Code { $number } belongs to other rules than the rest. Take the codes of one sheet only.
refused-damaged-frame = Code { $number } was misread. Read it again.
refused-missing-frames = { $n ->
    [one] Code { $numbers } of { $all } is missing. Read it too.
   *[other] Codes { $numbers } of { $all } are missing. Read them too.
  }
refused-no-frames = There is no Vigie code in what was read.
refused-key-file = This file is not a Vigie signing key, or it is damaged. “vigie rules new-key” makes one.
