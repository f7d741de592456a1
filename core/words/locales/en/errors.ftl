# Each error says what to do. Nothing the person wrote stands in it.
error-wrong-key = This passphrase or recovery code does not open this journal. Check capitals and try again; nothing was blocked or lost.
error-passphrase-empty = The passphrase is empty. Choose a few words that are easy to remember.
error-passphrase-short = The passphrase is too short. It needs at least { $min } characters, four words for example.
error-not-found = There is no journal here. Create one, or give the right folder.
error-already-there = There is already a journal here. Open it, or choose another folder.
error-in-use = This journal is open in another program. Close that one first, then try again.
error-locked = The journal is locked. Open it again.
error-damaged = This journal is damaged. Nothing was touched: keep this folder as it is. What is still readable can be brought into a new journal.
error-tampered = This journal was changed from outside: its parts are genuine but do not belong together. Nothing was touched: keep this folder as it is, and go back to a backup, or bring what is still readable into a new journal.
error-older-copy = This is an older copy of the journal: it has { $found ->
    [one] one record
   *[other] { $found } records
  }, and { $known } were known here. If you put it back on purpose, it can be opened all the same; if not, look for the latest copy. Nothing was touched.
error-device-locked = The phone is locked. Unlock it, then try again.
error-device-cancelled = You cancelled. The journal stays locked, nothing was lost.
error-device-failed = This phone did not give the journal’s key. Try again, or open the journal with the passphrase or the recovery code.
error-device-key-gone = This phone no longer has the journal’s key: it is new, or its screen lock was changed. Open the journal with the passphrase or the recovery code.
error-last-key = This is the last passphrase or recovery code. Add another first, otherwise nobody could open the journal.
error-too-many-keys = The journal has as many keys as it can have. Remove one first.
error-other-journal = This backup is of another journal. Only copies of the same journal can be merged.
error-not-a-backup = This file is not a Vigie backup. Choose the one whose name ends in .age.
error-backup-passphrase = This passphrase does not open the backup. It is the one the backup was made with; try again.
error-backup-cut-short = This backup is damaged or incomplete. Copy it again from where it comes, or take another one; nothing was changed.
error-backup-damaged = This backup is damaged. Take another one; nothing was changed.
error-attachment-too-large = This file is too large. At most { $most } MB can be kept: choose a smaller picture.
error-newer-version = A newer version of Vigie wrote this journal. Update Vigie to open it; nothing was touched.
error-disk-full = No space is left on the disk. Nothing was recorded this time, nothing was lost: free some space and try again.
error-table-empty = This file is empty. It needs a header line (patient,date,item,value), then one line per answer.
error-table-header = The header is not the right one. The four columns are: patient, date, item, value.
error-table-row = Line { $line }: { $cause }. Correct this line, or leave out the lines that cannot be read.
error-fields = { $found ->
    [one] only one field instead of 4
   *[other] { $found } fields instead of 4
  }
error-not-fhir = this is not a FHIR resource, or the file is cut off
error-several-people = This table holds several people: { $ids }. Choose one of them.
error-other-person = This journal already holds another person’s table. Create a journal for each.
error-nobody = This person is not in the table. Choose one who is.
error-not-sorted = Line { $line }: the table is not sorted by patient. Try again without saying that it is sorted.
error-no-such = There is no such entry or alert, or it is already settled.
error-io = The system refused to read or write ({ $kind }). Check the folder and its permissions, then try again; nothing was lost.
error-bug = This is a fault in Vigie itself ({ $what }). Nothing was lost. Please report it.

# What a field accepts.
invalid = { $field }: { $allowed }
invalid-option = { $field } (--{ $option }): { $allowed }
allowed-rating = a whole number from 0 to 10
allowed-state = a whole number from 0 to 4
allowed-temperature = a temperature from 30 to 45 °C, for example 38.2 (101 in degrees Fahrenheit is 38.3)
allowed-weight = a weight from 2 to 500 kg (154 pounds are 69.9 kg)
allowed-height = a height from 50 to 250 cm
allowed-date = a date that exists, written 2026-11-23
allowed-not-in-the-future = a day that is not in the future
allowed-item = a known symptom, pain:hip-left for a place, or own: and a name of your own
allowed-alarm = a sign on the list
allowed-not-empty = at least one word
allowed-at-most = at most { $n } characters; split the text in two
allowed-phone = a telephone number
allowed-hours = hours such as mon-fri 09:00-17:00
allowed-cycle-length = 7 to 60 days
allowed-known-code = a word on the list
allowed-one-of = one of { $codes }
allowed-something-said = at least one answer
allowed-lab-value = a number such as 12.3, <0.5 or >1000
allowed-lab-range = a range such as 0-5, -5 or 30-
allowed-time = a time such as 09:30
allowed-schedule = as-needed, 08:00,20:00 (every day) or 08:00 21/7 (21 days on, 7 off)
allowed-not-before-it-began = a day that is not before the beginning
allowed-parts = at most { $n } parts, separated by |
allowed-as-exported = the text that Vigie wrote there, unchanged
allowed-other = another value

field-date = Date
field-item = Symptom
field-own = Your own symptom
field-side = Side
field-text = Text
field-note = Note
field-question = Question
field-ticks = Warning sign
field-entry = Entry
field-rating = Answer
field-lab = Result
field-imaging = Scan
field-conclusion = Conclusion
field-appointment = Appointment
field-answer = Answer
field-support = Support
field-helped = How it helped
field-consent = Consent
field-medicine = Medicine
field-schedule = Times
field-intake = Dose
field-relief = Relief
field-wish = Wish
field-change = Change of treatment
field-reason = Reason
field-phase = Phase
field-unit = Unit
field-kind = Kind
field-time = Time
field-prompt = Alert
field-phone = Telephone
field-hours = Hours
field-name = Name
field-treatment = Treatment
field-cycle = Cycle length
field-outcome = Outcome
field-felt = How urgent it feels
field-quality = Kind of pain
field-place = Place
field-told = What you were told
field-decision = Decision
field-who = Person
field-dose = Dose
field-regimen = Treatment
field-alteration = Alteration
field-sponsor = Sponsor
field-number = Number
field-about = Subject
field-with = With
field-role = Role
field-id = Id
field-patient = Patient

# A measure that is asked back: what was understood, and what it may be.
measure-temperature = { $value } °C
measure-weight = { $value } kg
doubt-temperature-impossible = Temperature: the journal read { $value }, which is impossible.
doubt-temperature-other-unit = Temperature: the journal read { $number } degrees Fahrenheit; it is kept in °C.
doubt-temperature-very-low = Temperature: the journal read { $value }, which is very low.
doubt-temperature-very-high = Temperature: the journal read { $value }, which is very high.
doubt-weight-impossible = Weight: the journal read { $value }, which is impossible.
doubt-weight-other-unit = Weight: the journal read { $number } pounds; it is kept in kg.
doubt-weight-very-low = Weight: the journal read { $value }, which is very low.
doubt-weight-very-high = Weight: the journal read { $value }, which is very high.
doubt-weight-changed = Weight: the journal read { $value }; on { $day } it was { $last }.
doubt-weight-is-height = Weight: the journal read { $value }, which looks like your height.
guess-other-unit = That is { $guess }.
guess-fahrenheit = In degrees Fahrenheit that would be { $guess }.
guess-pounds = In pounds that would be { $guess }.
guess-point = If the decimal point is missing or misplaced, it is { $guess }.
guess-swapped = If two digits changed places, it is { $guess }.
guess-digit = A digit may be missing.

# What the system says.
io-not-found = not found
io-not-allowed = not allowed
io-already-there = it is there already
io-is-a-folder = it is a folder
io-not-a-folder = part of the path is not a folder
io-not-text = it is not text

# Why a result stays in the laboratory’s unit.
unit-unknown = Vigie does not know one of these units. The result stays as the laboratory wrote it.
unit-molar-mass = One counts grams, the other moles: to go from one to the other, the molar mass of the substance is needed. The result stays in the laboratory’s unit.
unit-method = What a unit (U or IU) is worth depends on the laboratory’s method. The result stays in the laboratory’s unit.
unit-other-kind = These two units do not measure the same thing. The result stays in the laboratory’s unit.
unit-not-exact = In the other unit the number could not be written exactly. The result stays in the laboratory’s unit.

# A calendar that is read in: what is wrong with it, then what was taken from it.
calendar-empty = This file is empty. Export your calendar again, then try once more.
calendar-web-page = This is a web page, not a calendar. You may have had to sign in first: download the .ics file in your browser, then try again.
calendar-not-one = This file is not a calendar. Choose the one whose name ends in .ics.
calendar-cut-short = This calendar is damaged or incomplete (line { $line }). Export it again; nothing was recorded.
calendar-too-large = This calendar is too large. At most { $most } MB can be read: export only the calendar of your appointments.
calendar-added = { $count ->
    [0] No new appointment.
    [one] One appointment recorded.
   *[other] { $count } appointments recorded.
  }
calendar-past = { $count ->
    [one] One appointment has already passed.
   *[other] { $count } appointments have already passed.
  }
calendar-repeats = { $count ->
    [one] One appointment is repeated in the calendar: only its first time was read.
   *[other] { $count } appointments are repeated in the calendar: only the first time of each was read.
  }
calendar-known = { $count ->
    [one] One appointment was already in the journal.
   *[other] { $count } appointments were already in the journal.
  }
calendar-moved = { $count ->
    [one] One appointment of the journal is at another time in the calendar. The journal was not changed: check which one is right.
   *[other] { $count } appointments of the journal are at another time in the calendar. The journal was not changed: check which are right.
  }
calendar-cancelled = { $count ->
    [one] One cancelled appointment was left out.
   *[other] { $count } cancelled appointments were left out.
  }
calendar-undated = { $count ->
    [one] One appointment without a date that can be read was left out (line { $line }).
   *[other] { $count } appointments without a date that can be read were left out (the first on line { $line }).
  }
