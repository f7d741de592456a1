# Help of the command.
help-vigie = Vigie, an offline symptom journal for people treated for cancer. It helps you notice and report; it does not diagnose, changes no treatment and is not an emergency service (15 or 112).
help-demo = Tells the whole story with a made-up person, in a folder of its own
help-init = Creates an encrypted journal
help-log = Today’s check-in, in under a minute; or --json, one entry per line
help-status = Where today stands
help-import = Brings in a table patient,date,item,value: all or nothing
help-prompts = The alerts that wait for an outcome
help-resolve = Notes what came of an alert
help-preview = Shows what the report would say, before anything leaves
help-export = Writes the report (PDF, protected page .html, FHIR for the hospital), everything that was said (CSV), or a table by day for a spreadsheet (--format spreadsheet)
help-verify = Reads the whole journal again and says whether it is whole
help-backup = Writes everything as one encrypted file, which the age tool opens too
help-restore = Makes a working journal from a backup, in a folder without one
help-merge = Brings in what another copy of the journal has in addition, from its backup
help-keys = The keys: who can open the journal, and with what
help-keys-list = Shows the keys
help-keys-add = Adds a key: passphrase or recovery-code
help-keys-change = Puts a new passphrase in the place of the one that opens, or a new recovery code in the place of the old one
help-keys-remove = Removes a key, by its number in the list
help-keys-rotate = Encrypts everything anew with new keys, when somebody else may have had one
help-attach = Keeps a photo or a paper with a day, encrypted
help-attachments = Shows the attachments, or writes one out
help-rules = The rules in force, and those that a team has signed
help-show = Shows rules in words: what they ask for, where they come from, who signed them
help-check = Says whether a file of rules is good, and if not why; no journal is needed
help-diff = What rules change compared with others
help-install = Puts a team’s rules in force, once you confirm
help-reset = Puts Vigie’s own rules in force again
help-history = The changes of rules of this journal
help-new = Starts a team’s own rules from Vigie’s, as a file to change
help-new-key = Makes a key to sign rules with
help-sign = Signs rules, to hand them out
help-qr = Draws signed rules as QR codes, in the terminal or into a folder
help-replay = What would have been said of a table, day by day, as JSON Lines
help-directory = Who can help: associations, listening lines, rights, carers; with the source and date of each address
help-explain = Explains a treatment, a test, a help or a formality in plain words
help-trials = A shortlist of clinical trials from files of registries, to take to the doctor; nothing is sent anywhere
help-completions = Completions for a shell
help-man = The man page
help-licences = What others wrote and is a part of Vigie, with its licences
licences-how = Vigie is also made of what others wrote. The licences stand here as their authors wrote them.
help-exit-codes = Exit codes: 0 all is well, 1 a fault of Vigie, 2 a wrong command line or a missing answer without a terminal, 3 wrong passphrase, 4 no journal or one already, 5 journal open elsewhere, 6 damaged journal or backup, 7 journal of a newer version, 8 disk full or file refused, 9 data refused, 10 an older copy of the journal, 11 journal changed from outside.
    Without a terminal nothing is asked. Roles of a contact: { $roles }.
arg-dir = The journal’s folder [otherwise: VIGIE_DIR, then .vigie in the home folder]
arg-lang = Language
arg-passphrase-file = File that holds the passphrase or the recovery code
arg-json = Writes JSON, for programs
arg-accept-older = Opens an older copy of the journal, knowingly; the journal records it
arg-name = What to call the person on the report
arg-treatment = Kind of treatment: chemotherapy, targeted, immunotherapy, hormone, radiotherapy, surgery, trial
arg-regimen = Name of the treatment
arg-cycle-days = Days from one cycle to the next, 7 to 60
arg-list = What is asked each day, separated by commas
arg-contact = Who to call, in order; hours and night number may be left out
arg-log-date = The day it is about, for example 2026-11-23
arg-attach-date = The day it is about, for example 2026-11-23
arg-yesterday = Fill in yesterday
arg-log-by = The relative who answers
arg-correct = Correct the entry of that day instead of adding one
arg-file = JSON file, one entry per line; - for standard input
arg-table = CSV table; - for standard input
arg-patient = The person to bring in, when the table holds several
arg-skip-bad = Leaves bad rows out, counts and shows them
arg-all = Every alert, settled ones too
arg-prompt = Id of the alert [otherwise: the most urgent]
arg-outcome = What came of it: reached, no-answer, later, already-known, prefer-not
arg-who = Who was called
arg-felt = How urgent it feels: not-urgent, rather, urgent; it makes no alert less urgent
arg-advice = What was advised
arg-help = Shows this help
arg-version = Shows the version
arg-to = File to write; its ending chooses the format
arg-backup-to = Backup to write; its name should end in .age
arg-attachments-to = File to write, not encrypted
arg-backup-daily = Folder for one backup a day, named by its day
arg-keep = How many of these to keep; an older one goes only once the new one has been read again [otherwise: 7]
arg-backup = The backup
arg-backup-passphrase-file = File that holds the backup’s passphrase [otherwise: what opens the journal]
arg-new-passphrase-file = File that holds the new passphrase
arg-rescue-to = Brings what is readable of a damaged journal into a new one, in this folder
arg-keys-kind = passphrase or recovery-code
arg-key = Its number in the list
arg-attachment = Photo or paper to keep, at most 64 MB
arg-attachments-id = Id of the attachment
arg-format = Format, if the ending does not say
arg-since = First day
arg-until = Last day
arg-without = What is to be left out; the report will say that something was
arg-no-notes = Without the notes
arg-no-name = Without the person’s name
arg-daily = Also a line for each answer and day, with the score
arg-rules = Rule file [otherwise: Vigie’s own]
arg-pack = File of rules [without it: the rules in force]
arg-check-pack = File of rules; - for standard input
arg-diff-pack = File of rules [without it: the rules in force, compared with Vigie’s own]
arg-other = Second file, compared with the first [without it: the first is compared with the rules in force]
arg-install-pack = File signed by the team; - for standard input
arg-from-qr = Texts that a scanner of QR codes read, one code per line, in any order
arg-yes = Yes, without asking
arg-new-name = What they are called, for example day-ward
arg-new-author = Who writes them, as patients will read it
arg-new-to = File to write
arg-new-key-to = File to write the key to, readable by you alone
arg-sign-pack = Rules to sign (JSON)
arg-sign-key = File of the key
arg-sign-to = Signed file to write
arg-qr-pack = Signed file
arg-qr-to = Folder for the pictures (SVG) and their texts
arg-prompts = weekly: at most one trend alert a week; raw: everything is said [otherwise: weekly]
arg-threads = Number of threads; the lines are the same
arg-sorted = The table is sorted by patient: one person at a time in memory
arg-registry = File downloaded from ClinicalTrials.gov or ECLAIRE (JSON); several may be given, - for standard input
arg-trials-own = Take the profile kept in the journal
arg-trials-keep = Keep the profile in the journal, encrypted
arg-trials-forget = Take the profile out of the journal
arg-trials-to = Write a page to bring to the consultation (PDF)
arg-trials-profile = What is looked for (JSON): only conditions is required; the README shows it
arg-most = At most so many trials
arg-explain = The phases of a trial, questions to ask, the steps of consent, where to look
arg-shell = Shell
arg-directory-kind = One kind only: emergency, listening-line, association, talking-group, psychologist, social, administrative, trials, physical-activity, wellbeing, relatives, palliative, other
arg-directory-place = A town, department or region; what serves the whole of France is shown as well
arg-directory-find = Words to find, whatever their accents
arg-directory-keep = Keep a team’s directory in the journal
arg-directory-own = Search the directory kept in the journal
arg-directory-forget = Go back to Vigie’s own directory
arg-directory-file = A team’s directory, as CSV or JSON; - for standard input [otherwise: Vigie’s own]
arg-topic = What to explain [otherwise: the list]

# The command line: headings of its help, and what is wrong with it.
heading-usage = Usage:
heading-commands = Commands:
heading-arguments = Arguments:
heading-options = Options:
misused-command = “{ $what }” is not a command of Vigie. vigie --help lists them all.
misused-no-command = Say what to do: { $known }.
misused-unknown = “{ $what }” is not known here.
misused-missing = Something is missing: { $what }.
misused-conflict = { $what } and { $other } do not go together. Leave one out.
misused-twice = { $what } is given twice. Give it once.
misused-value = “{ $value }” is not possible for { $what }.
misused-choice = “{ $value }” is not possible for { $what }. Possible: { $known }.
misused-no-value = { $what } needs something after it.
misused-other = This command cannot be understood. vigie --help shows what can be written.
misused-like = Did you mean { $like }?
misused-usage = How it is written: { $usage }

# Questions on opening.
ask-passphrase = Passphrase (or recovery code):
ask-new-passphrase = Choose a passphrase, four words for example:
ask-passphrase-again = Once more:
ask-backup-passphrase = Passphrase of the backup:
ask-number = Number (Enter to skip) ›
ask-number-again = A number from 1 to { $n }, please.

# Errors of the command.
fail-no-terminal = Without a terminal nothing is asked. Give { $what }.
fail-recovery-group = Group { $group } of the recovery code has a mistake. Read these five characters again.
fail-recovery-shape = This recovery code is not complete. It has seven groups of five characters.
fail-differ = The two passphrases are not the same. Try again.
fail-no-key = There is no such key. “vigie keys list” shows them with their numbers.
fail-json-line = Line { $line }: { $cause }. { $asked ->
    [0] The lines before it are recorded.
   *[other] The lines before it are recorded, except for the measures to be checked.
  }
fail-asked-back = { $n ->
    [one] Line
   *[other] Lines
  } { $lines }: a measure is to be checked and is not recorded, everything else is. Send it again with its date: corrected, or with sure:true if it is possible and right.
fail-file = { $path }: the system refuses ({ $kind }). Check the name and the permissions.
fail-format = The ending does not say the format. Write .pdf, .html, .fhir.json or .csv, or give --format.
fail-not-pdf = This page is a PDF. Give a name that ends in .pdf.
fail-now = VIGIE_NOW cannot be read. Write for example 2026-11-23T10:00+01:00, or remove it.
fail-into-journal = This file would be written into the journal’s own folder. Choose another folder.
fail-occupied = { $path } already exists and will not be replaced. Choose another name or an empty folder.
fail-code-as-passphrase = This is a recovery code. Choose a passphrase in your own words; the new journal or key gets a code of its own.
fail-backup-passphrase = The backup opens with another passphrase than the journal. Give it with --backup-passphrase-file.
fail-incomplete = { $n ->
    [one] An attachment is not whole: { $names }.
   *[other] { $n } attachments are not whole: { $names }.
  } To get back what is missing, bring in a backup that has it: vigie merge.
fail-output = The answer could not be written out ({ $kind }). What was recorded stays recorded.
fail-code-unseen = The new recovery code could not be shown, so nothing was changed. The keys you had still open the journal.
fail-code-void = { $cause } The recovery code shown above opens nothing: cross it out. The keys you had still open the journal.
fail-code-unseen-made = The journal is made and opens with its passphrase, but its recovery code could not be shown. For another one: vigie keys change recovery-code.
fail-contact = A contact is written role;name;phone;hours;night number, for example nurse;Mrs Martin;01 23 45 67 89;mon-fri 09:00-17:00.
fail-registry = { $path }: { $cause }
json-syntax = this is not a line of JSON
json-shape = a field is unknown, missing or of another shape; the README shows the shape

# A new journal.
init-purpose = This journal helps you notice and report. It does not diagnose and replaces neither your team nor the emergency services (15 or 112). Any question can be skipped with Enter.
init-treatment = Which treatment are you having?
init-contact-name = Who to call first (name) ›
init-contact-phone = Their number ›
init-relative-name = Someone close to you who can answer when you are too unwell (name) ›
init-done = The journal is created in { $dir }.
init-recovery = This is your recovery code. Write it on paper and keep it away from the phone: it opens the journal if you forget the passphrase. It is shown only once.
init-read-back = To check, copy group { $group } ›
init-read-back-again = That is not this group. Look at your paper.
init-next = Do today’s check-in with: vigie log

# The check-in.
log-how = Enter to skip, = for “same as yesterday”, x for “too unwell to answer”.
log-there-already = This day already has an entry. What you add completes it; the worst counts. (--correct to correct it)
log-scale-yesterday = { $scale }; yesterday { $rating }
log-new = Anything else, or a new pain? A few letters (Enter = no) ›
log-new-what = Say it in a few letters: a symptom, or the place that hurts.
log-own = something else: { $name }
log-side = Which side? l = left, r = right, 2 = both ›
log-quality = What is it like? Number (Enter to skip) ›
log-night = Did this pain wake you at night? (y/n) ›
log-alarms = Any of these signs today?
log-alarm-numbers = Numbers, separated by spaces (Enter = none) ›
log-fever-again = You had a fever: take your temperature again.
log-doubt = Is { $value } right? (y = yes, or write it again; Enter to leave it out) ›
log-treatment = Did you have treatment today? (y, or its name; Enter = no) ›
log-painkiller = A painkiller taken today? (its name; Enter = no) ›
log-painkiller-which = Which one?
log-helped = Did it help? (y/n) ›
log-note = A note ›
log-question = A question for the next consultation ›
log-nothing = Nothing was said, nothing is recorded.
log-done = It is recorded.

# What is shown.
show-call = Who to call: { $call }
show-outcome = { $at }: { $outcome }
show-overdue = This alert is still waiting for an outcome.
show-due = It will ask again on { $due }.
status-to-do = Today’s check-in is not done yet: vigie log
status-done = Today’s check-in is done.
status-completeness = { $answered ->
    [one] One day answered
   *[other] { $answered } days answered
  } of { $days }.
status-treatment-day = { $day ->
    [0] Treatment given today.
    [one] Last treatment yesterday.
   *[other] Last treatment { $day } days ago.
  }
status-missed = { $day } can still be filled in: vigie log --date { $date }
status-rules = Rules in force: { $rules }
prompts-none = No alert is waiting. That does not mean that all is well: if something worries you, call.
resolve-what = What did you do?
resolve-who = Who did you call? ›
resolve-advice = What were you advised? ›
resolve-done = It is noted, the alert is closed.
resolve-waits = The alert stays open until somebody answers. Next: { $call }. It asks again on { $due }.
resolve-others = { $count ->
    [one] Another alert is still waiting: vigie prompts
   *[other] { $count } other alerts are still waiting: vigie prompts
  }
export-done = Written: { $path }
import-done = { $rows ->
    [one] One row brought in
   *[other] { $rows } rows brought in
  }, { $days ->
    [one] one day
   *[other] { $days } days
  }, from { $first } to { $last }.
import-nothing = Nothing new to bring in.
import-already-there = { $n ->
    [one] One row was already in the journal.
   *[other] { $n } rows were already in the journal.
  }
import-others = { $n ->
    [one] One row of another person was not brought in.
   *[other] { $n } rows of other people were not brought in.
  }
import-bad = { $n ->
    [one] One bad row was left out:
   *[other] { $n } bad rows were left out:
  }
import-bad-row = line { $line }: { $cause }
import-doubtful = { $n ->
    [one] One unusual value was kept. Check it, and correct its day with vigie log --correct if need be:
   *[other] { $n } unusual values were kept. Check them, and correct their day with vigie log --correct if need be:
  }
verify-whole = The journal is whole: { $records ->
    [one] one record read again
   *[other] { $records } records read again
  } ({ $entries ->
    [one] one entry
   *[other] { $entries } entries
  }, { $prompts ->
    [one] one alert
   *[other] { $prompts } alerts
  }, { $attachments ->
    [0] no attachment
    [one] one attachment
   *[other] { $attachments } attachments
  }), format { $format }.
verify-records-whole = Every record is whole: { $records ->
    [one] one record read again
   *[other] { $records } records read again
  }, { $entries ->
    [one] one entry
   *[other] { $entries } entries
  }.
verify-unread = { $n ->
    [one] One record is whole, but this version of Vigie cannot read it. It is kept as it is.
   *[other] { $n } records are whole, but this version of Vigie cannot read them. They are kept as they are.
  }
not-anchored = If an older copy of this journal were put back, Vigie would not notice: its mark could not be kept outside the journal (folder VIGIE_STATE_DIR).
verify-readable = Still readable: { $records ->
    [one] one record
   *[other] { $records } records
  }, { $entries ->
    [0] no entry in force
    [one] one entry in force
   *[other] { $entries } entries in force
  }.
verify-span = These entries go from { $first } to { $last }.
verify-missing = { $n ->
    [0] No record is missing: what is damaged is not what you wrote.
    [one] One record cannot be read any more.
   *[other] { $n } records cannot be read any more.
  }
verify-missing-unknown = It is not possible to say how many records are missing.
verify-attachments-damaged = { $n ->
    [one] One attachment is not whole.
   *[other] { $n } attachments are not whole.
  }
verify-nothing-readable = Nothing can be read with this passphrase or code: what opens the journal is damaged. The other key may still open it; otherwise restore a backup.
verify-rescue = To bring what is readable into a new journal: vigie verify --rescue-to FOLDER. Then add what a backup has in addition: vigie merge. This journal is not touched.
rescue-done = What was readable is in a new journal in { $dir }. The damaged one was not touched.
backup-done = Backup written and read again: { $path } ({ $records ->
    [one] one record
   *[other] { $records } records
  }). It opens with the passphrase or code you opened the journal with, or the one you gave for it. Keep it elsewhere than on this device.
backup-there-already = Today’s backup is already made.
backup-pruned = { $n ->
    [one] One older backup was removed.
   *[other] { $n } older backups were removed.
  }
backup-unpruned = The backup is made. Older ones were not removed: { $cause }
restore-done = The journal is restored in { $dir }: { $entries ->
    [0] no entry
    [one] one entry, of { $last }
   *[other] { $entries } entries, the last of { $last }
  }. The backup’s passphrase opens it, unless you gave another.
merge-done = Brought in: { $entries ->
    [0] no new entry, but other records
    [one] one new entry
   *[other] { $entries } new entries
  }.
merge-nothing = This copy already had everything.
conflict = { $day } was changed in two copies. Both are kept, and the worse counts: { $versions }. To settle it: vigie log --correct, with this date.
conflict-version = version { $n }, written { $at }
conflict-withdrawn = version { $n }, withdrawn { $at }
keys-added = The key is added.
keys-changed = The passphrase is changed. { $n ->
    [0] There was none before.
    [one] The old one no longer opens this journal; it still opens older backups.
   *[other] The { $n } earlier ones no longer open this journal; they still open older backups.
  }
keys-code-changed = { $n ->
    [0] The new recovery code is in force.
   *[other] The new recovery code is in force. The old one no longer opens this journal; it still opens older backups.
  }
keys-removed = The key is removed. It no longer opens this journal; it still opens older copies and backups.
keys-rotated = Everything is encrypted anew. Only this passphrase and the new recovery code open the journal now; older backups still open as before.
key-passphrase = passphrase
key-recovery-code = recovery code
key-platform = this device’s own key
key-unknown = a kind of key that this version does not know
attach-done = Kept with { $day }, encrypted. The original file is still where it was.
attach-none = There are no attachments.
attach-written = Written: { $path }. This copy is not encrypted.
attach-size = { $kib } kB

# The demonstration.
demo-intro = A made-up story: the person, their answers and the telephone numbers are made by a program. It is nobody.
demo-name = Camille (a made-up person)
demo-nurse = Mrs Martin
demo-oncologist = Dr Petit
demo-ward = day hospital
demo-scan = Nothing new compared with the one before.
demo-created = An encrypted journal is created. Camille writes the recovery code on paper:
demo-history = Camille is on chemotherapy, one cycle every three weeks. Over ten weeks the journal was given { $days } check-ins; on the other days Camille did not answer, and the journal leaves a gap.
demo-today = Today, { $day }, Camille answers:
demo-answer = { $name }: { $value }
demo-night = The pain ({ $site }) woke Camille at night.
demo-seen = The journal compares with the weeks before and with the same days of earlier cycles:
demo-no-answer = Camille calls { $who }. Nobody answers.
demo-reached = Later Camille calls { $who } again, who answers:
demo-advice = Come tomorrow morning, we will look at that back. If your legs get weak, call 15 at once.
demo-note-1 = Two days with no strength after the drip, then it gets better.
demo-note-2 = I can no longer climb the stairs without a stop.
demo-note-3 = Back pain when I get up, not the usual kind.
demo-question = Should the next cycle be put off?
demo-report = The consultation report is ready ({ $answered } days answered of { $days }):
demo-page = The page opens in a browser with these five words:
demo-verified = The whole journal was read again from the disk: { $records } records, whole. It is locked again.
demo-next = To look inside:

# The rules of a team.
rules-begun = Written: { $path }. Change it, look with “vigie rules diff” and “vigie rules check”, then sign it: vigie rules sign
rules-to-sign = Vigie would accept these rules, but they are not signed, so nobody can install them yet. If they are yours, sign them: vigie rules sign { $what } --key FILE --to FILE. If not, ask the team for the signed file.
rules-acceptable = These rules can be put in force.
rules-other-language = Note: these rules’ own sentences are not written in English.
rules-ask-install = Compare the key with the one the team gave you itself, on paper or by telephone. Put these rules in force? (y/n) ›
rules-ask-reset = Go back to Vigie’s own rules? (y/n) ›
rules-nothing-changed = Nothing was changed.
rules-installed = These rules are in force, from the next entry on. Earlier alerts keep theirs. To go back to Vigie’s own: vigie rules reset
rules-reset-done = Vigie’s own rules are in force again.
rules-reset-already = Vigie’s own rules are already in force.
rules-history-none = This journal has always had Vigie’s own rules.
rules-key-made = The key is in { $path }. Keep it safe, with a copy: whoever has it signs in your name, and without it your rules need a new name. Give patients, on paper or in person, what they will compare: { $fingerprint }
rules-signed-next = Signed with the key { $fingerprint }. To hand it out: the file itself, or vigie rules qr.
rules-qr-title = Code { $number } of { $all }
rules-qr-written = { $n ->
    [one] One code written
   *[other] { $n } codes written
  } to { $path }, with their texts.
help-timeline = Everything that happened, latest first
arg-timeline-kind = Only this kind
arg-timeline-find = Only what holds all these words, whatever their accents and capitals
arg-timeline-told-by = Only what this relative noted
arg-timeline-year = A year at a glance
arg-timeline-since = First day
arg-timeline-until = Last day
timeline-nothing = Nothing like that in the journal.
timeline-year = The year { $year } at a glance
timeline-year-legend =
    Each day, the highest rating: 0 to 9, A for ten. “.” no entry; “-” an entry without a rating; u too unwell to answer.
    Below: * a call was asked for; T treatment given; R appointment; I imaging; L result.
directory-kept = Your team’s directory is kept in the journal. “vigie directory --own” searches it.
directory-forgotten = Vigie’s own directory is used again.
trials-no-profile = No profile is kept in the journal. “vigie trials --profile FILE --keep” keeps one.
trials-profile-kept = The profile is kept in the journal. “vigie trials --own --registry FILE” uses it again.
trials-profile-forgotten = The profile is no longer in the journal.
demo-delay = White cells too low, the cycle was put off by three days.
demo-asked = May I go on walking every day?
demo-answered = Yes, at your own pace.
demo-relative = Dominique
demo-medicine = omeprazole
demo-as-needed = paracetamol
demo-missed = Forgotten, woke up late.
merge-more = { $n ->
    [one] And one other record: an appointment, an answer, a correction, an alert…
   *[other] And { $n } other records: appointments, answers, corrections, alerts…
  }
conflict-care = Changed in two copies, both are kept: { $versions }. To settle it: vigie { $command } correct { $id }, with what is right.
conflict-care-version = version { $n }, written { $at }: { $said }
conflict-taken-back = taken back

# The command or the option that does what a sentence says can be done.
fail-option = { $sentence } ({ $option })
