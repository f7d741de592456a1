# What the window on a computer says: a number to read, a key in a file.
app-desk-number = The number to call
app-desk-close = Close
app-desk-cancel = Cancel
app-desk-key = Key file
app-desk-key-lock = Open it with your key file. You will be asked for its passphrase.
app-desk-key-use = Open with the key file
app-desk-key-new = Make a key file
app-desk-key-again = Make the key file anew
app-desk-key-how = A key file opens the journal with a passphrase of its own. You choose where it is kept. Put it somewhere other than this computer, on a USB stick for example: beside the journal it adds no protection. The other keys of the journal stay.
app-desk-key-done = The key file opens the journal now.
app-desk-key-passphrase = Passphrase of the key file
app-desk-key-choose = Choose a passphrase for this key file. You will be asked for it each time you use the file.
app-desk-key-wrong = This is not the passphrase of the key file. Try again.
app-desk-key-missing = The key file is not there. Plug in what keeps it and try again, or open the journal another way.
app-desk-key-other = This file does not hold the key of this journal. Choose another one, or open the journal another way.
app-desk-key-failed = The key file could not be read or written. Try again, or open the journal another way.
