# The protected page: what is read by whoever it was sent to.
page-title = Protected document
page-intro = This document opens with a passphrase of five words. The person who sends it gives you the words another way, by telephone for example.
page-label = Passphrase
page-hint = Accents, capitals and hyphens do not matter.
page-open = Open
page-wait = One moment, the document is being prepared. On an old phone this can take a while.
page-nothing-typed = Type the five words first.
page-wrong = The document did not open. Most often one word differs: check them and try again, as often as you need. If the words are right, the file was damaged on its way: ask for it to be sent again.
page-damaged = This file is damaged or incomplete: no passphrase can open it. Ask for it to be sent again.
page-no-crypto = This browser cannot decrypt the document. Save the file, then open it in a recent version of Firefox, Chrome, Edge or Safari.
page-noscript = The document cannot open here: the preview of a mail program, for example, does not run JavaScript. Save the file on the device, then open it in a browser with JavaScript on.
page-cut = If nothing else shows here, the file is incomplete or the browser too old. Open it in a recent browser, or ask for it to be sent again.
page-offline = This page contains no network code. It opens without a connection.

page-lock = Lock again
page-print = Print
page-table = Table: { $name }
page-col-day = Day
page-col-value = Answer
page-pick = Day
page-before = Day before
page-after = Day after
page-keys = To read a day, touch a chart, or go from day to day with the arrow keys.
page-silence = { $what }: { $names }
page-day-value = { $name } { $value }
page-no-data = Nothing to show day by day.

# What the command says of the passphrase.
page-passphrase-made = Passphrase of this document (it is kept nowhere):
page-passphrase-how = Give it another way than the file, by telephone for example. Whoever has both can read everything.
