# What the screens of the apps say.
app-back = Back
app-next = Next
app-later = Later
app-check = Check
app-working = One moment
app-less = less
app-more = more
app-not-answered = not answered
app-touch-the-line = touch the line
app-other-language = En français

app-passphrase = Passphrase
app-passphrase-hint = Four words at random are easy to remember.
app-passphrase-again = The same passphrase once more
app-passphrases-differ = The two passphrases are not the same. Type them again.
app-recovery-code = Recovery code
app-recovery-code-hint = The seven groups of five characters on your paper. Capitals, spaces and dashes do not matter.

app-lock-title = Your journal is locked
app-lock-open = Open
app-lock-with-device = Open it the way you unlock this phone.
app-lock-use-passphrase = Open with the passphrase
app-lock-use-recovery-code = Open with the recovery code
app-lock-use-device = Open with this phone
app-lock-try-recovery-code = If you cannot remember the passphrase, the recovery code on paper opens the journal as well. Nothing is erased after wrong attempts.
app-lock-accept-older = Yes, open this older copy
app-lock-other-key = No, go back
app-lock-restore = Restore a backup
app-lock-about = Nobody else can open it, not even us.
app-lock-now = Lock the journal

app-first-title = Welcome to Vigie
app-first-what = A journal where you note how you are each day, in under a minute. It notices when something gets worse, asks you to tell your care team, and prepares what they will read at the next consultation.
app-first-not = It makes no diagnosis, changes no treatment and is not an emergency service. In an emergency, call 15 or 112.
app-first-offline = Nothing leaves this phone without you: no account, no server, no internet.
app-first-begin = Begin
app-first-lock-title = Lock the journal
app-first-lock-why = The journal is encrypted. Choose what opens it.
app-first-lock-device = With this phone (finger, face or PIN)
app-first-lock-or = Or a passphrase
app-first-lock-passphrase = With this passphrase
app-first-code-title = Your recovery code
app-first-code-why = It opens the journal if the passphrase is forgotten or the phone is lost. It is shown only once.
app-first-code-paper = Write it on paper, away from the phone.
app-first-code-written = I have written it down
app-first-read-back-title = Let us read it back
app-first-read-back-why = Type the code from your paper, to be sure it is right.
app-first-read-back-wrong = This is not the same code. Compare with your paper, or go back to see it again.
app-first-treatment-title = Your treatment
app-first-treatment-why = A list of questions is proposed for each treatment. You can change it later.
app-first-list-title = What will be asked
app-first-list-why = Untick what does not apply to you.
app-first-team-title = Who to call
app-first-team-why = When something cannot wait, the journal lets you call in one tap.
app-first-team-later = You can leave this empty and come back.
app-first-reminder-title = A reminder each day
app-first-reminder-why = At the time you choose, this phone says: Your journal. Nothing else is shown.
app-first-reminder-later = You can leave this empty and choose later, in the settings.
app-first-done = Open my journal
app-team-name = Name of the person or the unit
app-team-name-hint = For example: day hospital, specialist nurse.
app-team-phone = Telephone
app-team-out-of-hours = Telephone at night and at weekends
app-team-out-of-hours-hint = If there is another one.

app-today-title = Today
app-today-check-in = How are you today?
app-today-go-on = Go on with what you had begun
app-today-noted = Today’s answers are saved.
app-today-change = Change what I noted
app-today-more = Note something else today
app-today-relative = A relative is answering for me
app-today-relative-notes = What is written now is saved under the name of { $name }.
app-today-relative-other = Somebody else is answering
app-today-relative-name = The relative’s first name
app-today-relative-take = Answer under this name
app-today-relative-leave = Change nothing
app-today-who = Who is answering? The name is written beside each answer, until the journal is locked.
app-today-myself = Me
app-today-copies-late = The daily copy is no longer being made. The last one: { $day }.
app-today-copies-see = See the copies
app-today-too-unwell = Too unwell to answer today
app-today-too-unwell-done = Noted: too unwell to answer today. Take some rest.
app-today-nothing-asked = No symptom is followed yet. You can still note how you are managing, a temperature, a few words.
app-today-treatment-day = Day { $day } since the last treatment.
app-today-missed = Days without an answer
app-today-next = Next appointment
app-today-see-prompt = See what to do
app-today-overdue = Nobody has answered yet.
app-today-code-unread = Your recovery code was never read back. It is what opens the journal when nothing else does.
app-today-code-see = Read the code back, or make a new one

app-check-in-page = Page { $page } of { $pages }
app-check-in-all-as-yesterday = All the same as yesterday, then change what differs
app-check-in-as-yesterday = Same as yesterday: { $rating }
app-check-in-taken-over = Carried over from yesterday: { $rating }
app-check-in-one-page = All on one page
app-check-in-page-by-page = One question at a time
app-check-in-skip = Skip
app-check-in-skipped = Skipped. Answer after all
app-check-in-general = Overall, today
app-check-in-measures = Temperature and weight, if you have them
app-check-in-ask-temperature = Take your temperature: it matters today.
app-check-in-temperature = Temperature, in °C
app-check-in-weight = Weight, in kg
app-check-in-meant = Use { $value }
app-check-in-alarms = Signs that cannot wait
app-check-in-alarms-how = Tick what you have today. Nothing to tick? Go on.
app-check-in-rest = To finish
app-check-in-treated = I had a treatment today
app-check-in-treatment = Which one, if you like
app-check-in-words = A few words about the day
app-check-in-question = A question for the next consultation
app-check-in-note = Note it
app-check-in-note-as-is = It is right, note it as it is
app-check-in-done = Noted. Thank you for taking the time.

app-prompt-title = To do
app-prompt-what-to-say = What you can say
app-prompt-and-then = And then
app-prompt-reached = I reached someone
app-prompt-no-answer = No answer
app-prompt-later = Later
app-prompt-already-known = The team already knows
app-prompt-prefer-not = I would rather not call
app-prompt-who = Who did you reach?
app-prompt-advice = What were you told to do?
app-prompt-keep = Save
app-prompt-due = The journal will ask again: { $moment }.
app-prompt-done = Noted.

app-restore-title = Restore a backup
app-restore-how = Choose the backup file. The journal is made again with all that the file holds.
app-restore-passphrase = Passphrase of the backup
app-restore-passphrase-hint = The one you chose when the backup was made.
app-restore-new-passphrase = New passphrase of this journal
app-restore-choose = Choose the file
app-restore-name = Restored from a backup
app-restore-copies = Or a copy that this device made
app-restore-done = The journal is restored. This is its new recovery code: it is shown only once.

app-chart-empty = { $name }: no answer in this period.
app-chart-spoken = { $name }: { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
} in { $days ->
    [one] { $days } day
   *[other] { $days } days
}, from { $lowest } to { $highest }; the last, { $last }, on { $day }.
app-chart-values = { $name }: { $values ->
    [one] one value
   *[other] { $values } values
} from { $from } to { $to }, between { $lowest } and { $highest }. The last is { $last }.

app-today-beside = In this journal
app-place-trends = Symptoms over time
app-trends-month = Four weeks
app-trends-quarter = Three months
app-trends-year = A year
app-trends-empty = No answer in this period yet.
app-trends-day-empty = Nothing was noted that day.
app-trends-how = One point a day; a day without an answer stays empty. A triangle marks a treatment, a cross a day too unwell to answer. Touch a day to read its answers.

app-my-journal = My journal
app-fold-open = open
app-fold-closed = closed
app-your-journal = Your journal
app-reminder-check-in = Daily reminder
app-reminder-medicine = Medicines
app-reminder-call = Calls to your team
app-phone-prove = Open your journal
app-phone-prove-why = Show that it is you, as you do for this phone.
