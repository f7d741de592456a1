# What the apps say about where it hurts, and in their settings.
app-body-title = Where does it hurt?
app-body-how = Touch a place on the body, or choose from the list. Touch it again to remove it.
app-body-none = No place chosen yet.
app-body-front = From the front
app-body-back = From behind
app-body-head = Head
app-body-list = List
app-body-right = Your right
app-body-left = Your left
app-body-enlarge-head = See the head enlarged
app-body-group-head = Head and neck
app-body-group-trunk = Chest, belly and pelvis
app-body-group-arms = Shoulders, arms and hands
app-body-group-legs = Hips, legs and feet
app-body-group-back = The back
app-body-quality = What is it like?
app-body-wakes = It wakes me at night
app-body-remove = Remove this pain
app-body-painkillers = Painkillers taken
app-body-painkiller = Name of the painkiller
app-body-helped = It helped
app-body-not-helped = It did not help
app-body-add-painkiller = Add a painkiller
app-body-remove-painkiller = Remove this painkiller

app-settings-title = Settings
app-settings-save = Save
app-settings-saved = Saved.
app-settings-cancel = Change nothing
app-settings-line = { $name }: { $value }

app-settings-keys = Lock and keys
app-settings-keys-how = Each of these keys opens the journal.
app-settings-key-device = This device
app-settings-key-passphrase = Passphrase
app-settings-key-code = Recovery code
app-settings-key-unknown = A key of a newer version
app-settings-key-passphrase-new = Choose a new passphrase
app-settings-key-passphrase-done = The new passphrase is in place. The old one no longer opens the journal.
app-settings-key-code-new = Make a new recovery code
app-settings-key-code-why = It takes the place of the old one once you have read it back. Until then the old one stays.
app-settings-key-code-done = The new recovery code is in place. You can tear up the old one.
app-settings-key-code-check = Read back my recovery code
app-settings-key-code-checked = This is the recovery code of this journal.
app-settings-key-device-new = Open with this device
app-settings-key-device-again = Set up this device again
app-settings-key-device-how = The journal will open the way you unlock this device. The passphrase and the recovery code stay.
app-settings-key-device-done = The journal now opens with this device.
app-settings-key-remove = Remove this key
app-settings-key-remove-title = Remove a key
app-settings-key-remove-warning = It will no longer open this journal. It still opens backups and copies made before. Make sure that you have another one at hand.
app-settings-key-removed = The key is removed.
app-settings-key-now = What opens the journal now
app-settings-key-now-why = Asked once more, so that nobody else can change the keys.
app-settings-key-now-passphrase = Current passphrase
app-settings-key-now-code = Current recovery code

app-settings-backup = Back up the journal
app-settings-backup-how = One encrypted file with the whole journal, to be kept elsewhere than on this device. Its passphrase will be asked for when it is restored: without it, nobody can read the file.
app-settings-backup-passphrase = Passphrase of the backup
app-settings-backup-now = Choose where to keep it
app-settings-backup-done = The backup is made. It holds { $records ->
    [one] { $records } record
   *[other] { $records } records
}.
app-settings-backup-daily = A daily copy
app-settings-backup-daily-how = It is made automatically when the journal is opened, with the passphrase above, and stays on this device. It helps if the journal is damaged; if the device is lost, you need a backup kept somewhere else.
app-settings-backup-daily-on = Make one each day
app-settings-backup-daily-off = Stop making them
app-settings-backup-daily-ended = No more daily copies. Those already made stay.
app-settings-backup-daily-in = A copy is made each day, here: { $folder }
app-settings-backup-daily-done = The first copy is made. The last { $days ->
    [one] one is kept
   *[other] { $days } are kept
}.
app-settings-merge = Merge with a relative’s copy
app-settings-merge-how = Choose a backup of another copy of this journal. What this journal lacks is added; nothing is lost.
app-settings-merge-choose = Choose the file
app-settings-merge-done = The copies are merged: { $added ->
    [0] nothing new
    [one] { $added } new record
   *[other] { $added } new records
}.
app-settings-conflicts = Noted in two ways
app-settings-conflicts-how = The same thing was changed in two copies. Both are kept until you choose.
app-settings-conflict-keep = Keep this one
app-settings-conflict-withdrawn = Withdrawn
app-settings-conflict-kept = This version is kept.

app-settings-list = What is asked each day
app-settings-list-how = Untick what no longer applies to you. What you noted stays.
app-settings-list-empty = Nothing is asked for now.
app-settings-list-add = Add from the list of symptoms
app-settings-list-own = A symptom in your own words
app-settings-list-own-hint = For instance: itching hands.
app-settings-list-own-add = Add this symptom

app-settings-team = Who to call
app-settings-team-how = They are offered in this order, starting with those who answer at that hour.
app-settings-team-add = Add someone
app-settings-team-correct = Correct
app-settings-team-first = Call first
app-settings-team-remove = Remove from the list
app-settings-team-remove-sure = Yes, remove
app-settings-team-role = What they do
app-settings-team-hours = When they answer
app-settings-team-always = Day and night, or I do not know
app-settings-team-from = From
app-settings-team-to = Until
app-settings-team-to-hint = 0:00 for midnight.
app-settings-team-days-apart = Choose days that follow one another: the journal cannot keep others.
app-settings-team-time-wrong = Write a time such as 9:30.
app-settings-team-time-order = The end comes before the beginning.
app-settings-team-hours-hint = The days, then the times.

app-settings-name = Your name
app-settings-name-hint = What to call you on the pages for your team. It can stay empty.
app-settings-journals = Journals on this device
app-settings-journals-how = A relative’s journal can be here too, with keys of its own. One does not open the other.
app-settings-journals-name = What this journal is called here
app-settings-journals-name-hint = It is shown before it is opened: whoever has the device can read it. It can be left empty.
app-settings-journals-others = Lock this one and go to
app-settings-journals-more = Begin another journal
app-settings-journals-whose = What the other journal is called
app-settings-journals-whose-hint = For example: Mum. Whoever has the device can read it.
app-settings-journals-begin = Lock this one and begin
app-settings-rules = Rules in force
app-settings-rules-name = { $name }, version { $version }, by { $author }.
app-settings-rules-since = In force since { $moment }.
app-settings-rules-built-in = These are the rules that come with the app. They are not signed by a hospital.
app-settings-rules-signed = Signed. Fingerprint of the key:

app-settings-reminder = Daily reminder
app-settings-reminder-how = This text shows on the locked screen: anyone who sees the phone can read it. It is kept outside the journal, unencrypted.
app-settings-reminder-time = At what time
app-settings-reminder-time-hint = For instance 20:30. Leave empty for no reminder.
app-settings-reminder-text = What it says
app-settings-reminder-text-hint = Left empty, it says: Your journal
app-settings-reminder-at = Reminder at { $time }.
app-settings-reminder-none = No reminder.
app-settings-reminder-quiet = Days without a reminder
app-settings-reminder-medicines = Remind me of medicines with a set time, too
app-settings-reminder-silenced = This phone does not show Vigie’s reminders. You can change that in its settings, under Notifications.

app-settings-export = Export everything as a table
app-settings-export-how = A CSV file that any spreadsheet opens. It is not encrypted: whoever has the file can read it.
app-settings-export-now = Choose where to write it
app-settings-export-done = The table is written: { $name }.

app-settings-licences = Licences
app-settings-licences-how = Vigie is also made of what others wrote. Here is what it is, whose it is, and under which licence.
app-settings-erase = Erase everything
app-settings-erase-how = Everything you noted is erased from this device, with its daily copies. Backups kept elsewhere stay. It cannot be undone.
app-settings-erase-yes = Go on
app-settings-erase-sure = Erase the whole journal?
app-settings-erase-sure-how = This is the last question. If you want to keep what you noted, make a backup first.
app-settings-erase-now = Erase my journal
app-settings-erase-no = Keep my journal

app-trials-title = Clinical trials
app-trials-about = This list gives no advice. It shows what a registry says, so that you can talk it over with your doctor. Nothing leaves this device.
app-trials-search = Choose the registry file
app-trials-search-how = 2. A file in JSON, downloaded from ClinicalTrials.gov or ECLAIRE, perhaps on a computer. One file at a time.
app-trials-profile = Choose the profile file
app-trials-profile-how = 1. The profile says what to look for: disease, place, age. It is a small JSON file, which somebody close to you or your team can prepare. It stays in the journal, encrypted.
app-trials-profile-kept = The profile is kept in the journal.
app-trials-profile-none = Choose the profile file first: it says what to look for.
app-trials-profile-forget = Forget the profile
app-trials-profile-forgotten = The profile is forgotten.
app-trials-know = What to know first
app-trials-list = Trials to talk over
app-trials-list-how = Nothing that could be compared rules them out. Whether one suits you is for your doctor to judge.
app-trials-list-empty = In this file, no trial is left with this profile. Another search, or another file, may give some.
app-trials-not-understood = Vigie does not know these words: they were searched for exactly as written.
app-trials-see = See
app-trials-more = Show more
app-trials-matched = What fits
app-trials-unknown = What is not known
app-trials-judge = For the doctor to judge
app-trials-sites = Where
app-trials-inclusion = Who may take part, as written in the registry
app-trials-exclusion = Who may not, as written in the registry
app-trials-page = Make the page to bring
app-trials-page-done = The page is written. It can be printed and brought to the appointment.
app-trials-found = { $found ->
    [0] No trial
    [one] { $found } trial
   *[other] { $found } trials
} out of { $records ->
    [one] { $records } record read
   *[other] { $records } records read
}.
app-trials-updated = Record of { $day }
