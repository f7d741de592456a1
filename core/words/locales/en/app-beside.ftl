# The screens of the consultation, of the days and of support.
app-consultation-title = For the consultation
app-consultation-how = Choose what your team will read, look at each page, then share it. Nothing leaves without you.
app-consultation-period = Which days
app-consultation-usual = Since the last consultation, or ten weeks
app-consultation-whole = The whole journal
app-consultation-other = Other days
app-consultation-days = From { $from } to { $to }
app-consultation-first = First day
app-consultation-last = Last day
app-consultation-backwards = The first day comes after the last. Change one of them.
app-consultation-told = What will be shown
app-consultation-name = My name
app-consultation-notes = My notes, and what I was told
app-consultation-notes-how = Your questions are always shown.
app-consultation-items = Choose the symptoms
app-consultation-left-out = { $count ->
    [one] { $count } symptom left out: { $names }
   *[other] { $count } symptoms left out: { $names }
}
app-consultation-items-how = Untick what you would rather not show. The report will say that something was left out, without saying what.
app-consultation-items-none = No symptom was noted on these days.
app-consultation-items-done = Keep this choice
app-consultation-language = The language
app-consultation-french = In French
app-consultation-english = In English
app-consultation-look = Look at it
app-consultation-pages = The pages
app-consultation-page = Page { $page } of { $pages }
app-consultation-share = Share
app-consultation-share-how = A file is saved where you choose. After that, you decide who gets it.
app-consultation-legend = The signs
app-consultation-pdf = Document to print (PDF)
app-consultation-pdf-how = For paper and the hospital record. Whoever has the file can read it.
app-consultation-protected = Protected page
app-consultation-protected-how = It opens in a browser, with a passphrase that you give another way.
app-consultation-fhir = For the hospital’s software (FHIR)
app-consultation-fhir-how = The same content, in a form that a hospital computer can take in.
app-consultation-csv = Table of all answers (CSV)
app-consultation-csv-how = Vigie can read it again.
app-consultation-spreadsheet = Table for a spreadsheet
app-consultation-spreadsheet-how = One row a day, in the language chosen.
app-consultation-written = The file { $name } is written.
app-consultation-not-written = Nothing was written.
app-consultation-secret = Passphrase of the page
app-consultation-secret-how = Say it aloud, over the telephone for example, and never in the same message as the file. It is shown only once: the journal does not keep it.
app-consultation-secret-letters = Accents, capitals and spaces do not matter.
app-consultation-secret-done = Done

app-timeline-title = Timeline
app-timeline-words = Words to look for
app-timeline-find = Search
app-timeline-everything = Show everything
app-timeline-kinds = Choose what is shown
app-timeline-kinds-how = With nothing ticked, everything is shown.
app-timeline-kinds-done = Show
app-timeline-only = Only: { $kinds }
app-timeline-found = { $count ->
    [one] { $count } line found
   *[other] { $count } lines found
}
app-timeline-nothing = Nothing matches. Try another word, or show everything.
app-timeline-empty = Nothing is noted yet.

app-support-title = Support and associations
app-support-urgent = Numbers that always answer
app-support-find = Find support
app-support-place = Town, department or region
app-support-place-hint = What serves the whole of France is shown as well.
app-support-words = Words to look for
app-support-search = Search
app-support-kinds = By kind of support
app-support-all-kinds = All support
app-support-own = Your team’s list
app-support-found = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
app-support-call = { $phone }, { $name }
app-support-old = This information is old: check it before you rely on it.
app-support-understand = Explanations
app-support-yours = Your treatment
app-support-follow = Ask me this each day instead
app-support-followed = Done. These questions replace the earlier ones.
app-support-undo = Go back to the earlier questions
app-support-undone = The earlier questions are back.
