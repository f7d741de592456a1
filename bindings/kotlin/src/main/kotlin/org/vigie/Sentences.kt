// What to tell the person, in their language.
package org.vigie

/** The sentence in one language. */
operator fun Said.get(lang: Lang): String = when (lang) {
    Lang.FR -> fr
    Lang.EN -> en
}

/** The sentence to show. What [Throwable.message] says is for a log. */
fun JournalException.sentence(lang: Lang): String = told[lang]

/** Every case says something; a new one that does not fails to compile here. */
private val JournalException.told: Said
    get() = when (this) {
        is JournalException.AlreadyThere -> said
        is JournalException.AttachmentTooLarge -> said
        is JournalException.Backup -> said
        is JournalException.Bug -> said
        is JournalException.Calendar -> said
        is JournalException.Damaged -> said
        is JournalException.DeviceKey -> said
        is JournalException.Directory -> said
        is JournalException.DiskFull -> said
        is JournalException.InUse -> said
        is JournalException.Invalid -> said
        is JournalException.Io -> said
        is JournalException.LastKey -> said
        is JournalException.Locked -> said
        is JournalException.NewerVersion -> said
        is JournalException.NoSuch -> said
        is JournalException.NobodyOfThatName -> said
        is JournalException.NotFound -> said
        is JournalException.NotSorted -> said
        is JournalException.OlderCopy -> said
        is JournalException.OtherJournal -> said
        is JournalException.OtherPerson -> said
        is JournalException.Passphrase -> said
        is JournalException.Registry -> said
        is JournalException.Rules -> said
        is JournalException.SeveralPeople -> said
        is JournalException.Table -> said
        is JournalException.Tampered -> said
        is JournalException.TooManyKeys -> said
        is JournalException.TrialProfile -> said
        is JournalException.WrongKey -> said
    }
