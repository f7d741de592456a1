// Copies of the journal: a backup, a relative's copy, a table of everything.
package org.vigie.ui.settings

import org.vigie.Author
import org.vigie.CareConflict
import org.vigie.DailyEntry
import org.vigie.EntryConflict
import org.vigie.Format
import org.vigie.JournalInterface
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.body.BodyText

/** What one came for. */
enum class CopiesStep { BACKUP, MERGE, EXPORT }

/** One of two ways in which something was noted. */
data class Version(val title: String, val lines: List<String>, val keep: () -> Unit)

/** Something that was noted in two ways. */
data class Conflict(val title: String, val versions: List<Version>)

/** What the screen shows. */
data class CopiesState(
    val step: CopiesStep,
    val passphrase: String = "",
    val again: String = "",
    val passphrasesDiffer: Boolean = false,
    val conflicts: List<Conflict> = emptyList(),
    /** Whether this machine has a place for a copy of each day; then where they lie, once they are made. */
    val canDaily: Boolean = false,
    val daily: String? = null,
    /** What was done, in a sentence. */
    val done: String? = null,
)

/** Backups and tables go where the person says, by the machine's own chooser. */
class CopiesModel(hand: Hand, private val journal: JournalInterface, step: CopiesStep) :
    Model<CopiesState>(CopiesState(step), hand),
    Sub {
    init {
        when (step) {
            CopiesStep.BACKUP -> work { state = hand.off { dailySeen(state) } }
            CopiesStep.MERGE -> work { look(null) }
            CopiesStep.EXPORT -> Unit
        }
    }

    override fun back(): Boolean = false

    /** Changes what is typed. */
    fun change(to: CopiesState.() -> CopiesState) {
        state = state.to().copy(passphrasesDiffer = false)
    }

    private fun file(end: String) = "vigie-${journal.today().day}.$end"

    private fun dailySeen(from: CopiesState): CopiesState {
        val folder = hand.home.copies
        val said = folder?.takeIf { hand.home.settings[COPIED] != null }
            ?.let { hand.texts.say(SettingsPhrase.SETTINGS_BACKUP_DAILY_IN, "folder" to it.toString()) }
        return from.copy(canDaily = folder != null, daily = said)
    }

    private fun typedTwice(): Boolean {
        val same = state.passphrase == state.again
        problem = null
        if (!same) state = state.copy(passphrasesDiffer = true)
        return same
    }

    /** From now on makes a copy each day, the first at once. */
    fun daily() {
        if (!typedTwice()) return
        val now = state
        val folder = hand.home.copies ?: return
        work {
            state = hand.off {
                // What fails here is told, and nothing is promised.
                journal.backupDaily(folder.toString(), KEPT, now.passphrase)
                journal.keepBackupPassphrase(now.passphrase)
                hand.home.settings[COPIED] = "${journal.now().toLocalDate()}"
                val done = hand.texts.say(SettingsPhrase.SETTINGS_BACKUP_DAILY_DONE, "days" to KEPT.toLong())
                dailySeen(CopiesState(now.step, done = done))
            }
        }
    }

    /** No more of them. Those that there are stay. */
    fun noMoreDaily() {
        work {
            state = hand.off {
                hand.home.settings[COPIED] = null
                journal.keepBackupPassphrase(null)
                dailySeen(CopiesState(state.step, done = hand.texts[SettingsText.SETTINGS_BACKUP_DAILY_ENDED]))
            }
        }
    }

    /** Writes a backup where the person says. */
    fun backUp() {
        if (!typedTwice()) return
        val now = state
        work {
            val name = hand.off { file("age") }
            var records = 0uL
            val written = hand.phone.writeFile(name, "application/octet-stream") { records = journal.backup(it, now.passphrase).records }
            if (!written) return@work
            val done = hand.off { hand.texts.say(SettingsPhrase.SETTINGS_BACKUP_DONE, "records" to records.toLong()) }
            state = hand.off { dailySeen(CopiesState(now.step, done = done)) }
        }
    }

    /** Writes everything as a table where the person says. */
    fun export() {
        work {
            val name = hand.off { file("csv") }
            val choice = hand.off { journal.wholeChoice(hand.texts.lang) }
            if (!hand.phone.writeFile(name, "text/csv") { journal.export(choice, Format.CSV, it) }) return@work
            val done = hand.off { hand.texts.say(SettingsPhrase.SETTINGS_EXPORT_DONE, "name" to name) }
            state = state.copy(done = done)
        }
    }

    /** Takes in what a backup of another copy has more. */
    fun merge() {
        val now = state
        work {
            val report = hand.phone.readFile { journal.merge(it, now.passphrase) } ?: return@work
            state = state.copy(passphrase = "")
            val added = report.entriesAfter.toLong() - report.entriesBefore.toLong()
            look(hand.off { hand.texts.say(SettingsPhrase.SETTINGS_MERGE_DONE, "added" to added.coerceAtLeast(0)) })
        }
    }

    private suspend fun look(done: String?) {
        val conflicts = hand.off { journal.conflicts().map(::told) + journal.careConflicts().map(::told) }
        state = state.copy(conflicts = conflicts, done = done)
    }

    private fun told(conflict: EntryConflict): Conflict {
        val words = hand.texts.words
        val day = conflict.versions.firstNotNullOf { it.entry }.day
        return Conflict(
            words.weekdayDay(day),
            conflict.versions.map { version ->
                val entry = version.entry
                Version(words.moment(version.at), listOfNotNull(entry?.caregiver) + (entry?.let(::lines) ?: listOf(withdrawn()))) {
                    keep { if (entry == null) journal.withdraw(conflict.id) else journal.amend(conflict.id, entry) }
                }
            },
        )
    }

    private fun told(conflict: CareConflict): Conflict {
        val words = hand.texts.words
        val versions = conflict.versions.map { version ->
            val event = version.event
            val lines = event?.let(words::event) ?: listOf(withdrawn())
            Version(words.moment(version.at), listOfNotNull(words.notedBy(version.author)) + lines) {
                val by = (version.author as? Author.Caregiver)?.name
                keep { if (event == null) journal.withdrawCare(conflict.id) else journal.amendCare(conflict.id, event, by) }
            }
        }
        return Conflict(conflict.versions.firstNotNullOfOrNull { it.event }?.let { words.event(it).first() }.orEmpty(), versions)
    }

    private fun withdrawn() = hand.texts[SettingsText.SETTINGS_CONFLICT_WITHDRAWN]

    /** What an entry says, a line each. */
    private fun lines(entry: DailyEntry): List<String> {
        val words = hand.texts.words
        fun line(name: String, value: String) = hand.texts.say(SettingsPhrase.SETTINGS_LINE, "name" to name, "value" to value)
        return entry.answers.map { (item, answer) -> line(words.item(item), words.answer(answer)) } + listOfNotNull(
            entry.state?.let { words.performance(it) },
            entry.temperature?.let { hand.texts.measured(it) + " °C" },
            entry.weight?.let { hand.texts.measured(it) + " kg" },
        ) + entry.ticks.map { words.alarm(it) } + pains(entry) + listOfNotNull(
            entry.administration?.name,
            entry.treatmentChange?.name,
            entry.note?.let { words.quoted(it) },
            entry.question?.let { words.quoted(it) },
        )
    }

    /** What was said of the pains beside their ratings, and what was taken. */
    private fun pains(entry: DailyEntry): List<String> {
        val words = hand.texts.words
        fun line(name: String, said: List<String>) = if (said.isEmpty()) {
            name
        } else {
            hand.texts.say(SettingsPhrase.SETTINGS_LINE, "name" to name, "value" to words.list(said))
        }
        val pains = entry.pains.map { (site, detail) ->
            val wakes = hand.texts[BodyText.BODY_WAKES].takeIf { detail.wakesAtNight }
            line(words.site(site), listOfNotNull(detail.quality?.let(words::quality), wakes))
        }
        return pains + entry.painkillers.map { taken ->
            val helped = taken.helped?.let { if (it) BodyText.BODY_HELPED else BodyText.BODY_NOT_HELPED }
            line(taken.name, listOfNotNull(helped?.let { hand.texts[it] }))
        }
    }

    private fun keep(core: () -> Unit) {
        work {
            hand.off(core)
            look(hand.texts[SettingsText.SETTINGS_CONFLICT_KEPT])
        }
    }
}
