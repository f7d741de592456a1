// Trials: what to know first, what a registry's file holds for a profile, and a page to bring. It advises nothing.
package org.vigie.ui.trials

import org.vigie.ByteSource
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.Passage
import org.vigie.TrialMatch
import org.vigie.TrialShortlist
import org.vigie.trialExplanations
import org.vigie.ui.Hand
import org.vigie.ui.Model
import java.io.ByteArrayOutputStream
import java.time.LocalDate
import java.time.format.DateTimeParseException

/** A trial that is looked at. [updated] says of which day its record is. */
data class SeenTrial(val trial: TrialMatch, val updated: String?)

/** What the screen shows. */
data class TrialsState(
    /** What to know before a trial is talked over. */
    val passages: List<Passage> = emptyList(),
    /** What was found, once a file was read, and the sentence that says how much. */
    val found: List<TrialMatch>? = null,
    val foundSaid: String = "",
    /** The person's words for their disease that are in no table. */
    val notUnderstood: List<String> = emptyList(),
    /** How many of them are shown. */
    val shown: Int = FIRST,
    val seen: SeenTrial? = null,
    val done: TrialsText? = null,
)

/** How many are shown at first, and how many more each time. */
private const val FIRST = 10

/** No more is read of a file that is said to be a profile. */
private const val LONGEST_PROFILE = 1 shl 20

/** The profile is kept in the journal. The files of registries stay where they are. */
class TrialsModel(hand: Hand, private val journal: Journal) : Model<TrialsState>(TrialsState(), hand) {
    private var shortlist: TrialShortlist? = null

    init {
        work { state = TrialsState(hand.off { trialExplanations(hand.texts.lang) }) }
    }

    /** One step back. False at the beginning. */
    fun back(): Boolean {
        problem = null
        state = when {
            state.seen != null -> state.copy(seen = null)
            state.found != null -> state.copy(found = null, done = null)
            else -> return false
        }
        return true
    }

    /** Asks for the file of a profile and keeps what it says. */
    fun chooseProfile() {
        state = state.copy(done = null)
        work {
            val json = hand.phone.readFile { it.text() } ?: return@work
            hand.off { journal.keepTrialProfile(json) }
            state = state.copy(done = TrialsText.TRIALS_PROFILE_KEPT)
        }
    }

    /** Forgets the profile. */
    fun forgetProfile() {
        work {
            hand.off { journal.keepTrialProfile(null) }
            state = state.copy(done = TrialsText.TRIALS_PROFILE_FORGOTTEN)
        }
    }

    private fun ByteSource.text(): String {
        val read = ByteArrayOutputStream()
        while (read.size() < LONGEST_PROFILE) {
            val part = read(LONGEST_PROFILE.toUInt())
            if (part.isEmpty()) break
            read.write(part)
        }
        return read.toByteArray().decodeToString()
    }

    /** Asks for a registry's file and looks in it by the profile. */
    fun search() {
        state = state.copy(done = null)
        work(::noProfile) {
            val list = hand.phone.readFile { TrialShortlist.readFor(journal, listOf(it)) } ?: return@work
            shortlist?.destroy()
            shortlist = list
            state = hand.off {
                val found = list.matches(hand.texts.lang)
                val said = hand.texts.say(
                    TrialsPhrase.TRIALS_FOUND,
                    "found" to found.size.toLong(),
                    "records" to list.recordsRead().toLong(),
                )
                state.copy(found = found, foundSaid = said, notUnderstood = list.notUnderstood(), shown = FIRST, done = null)
            }
        }
    }

    private fun noProfile(failure: JournalException) {
        if (failure is JournalException.NoSuch) state = state.copy(done = TrialsText.TRIALS_PROFILE_NONE) else tell(failure)
    }

    /** More of them. */
    fun more() {
        state = state.copy(shown = state.shown + FIRST)
    }

    /** All that is known of one. */
    fun see(trial: TrialMatch) {
        work {
            val updated = hand.off { trial.updated?.let { hand.texts.say(TrialsPhrase.TRIALS_UPDATED, "day" to dated(it)) } }
            state = state.copy(seen = SeenTrial(trial, updated))
        }
    }

    /** Some records tell a month only, which stays as the registry writes it. */
    private fun dated(updated: String): String = try {
        hand.texts.words.day(LocalDate.parse(updated))
    } catch (_: DateTimeParseException) {
        updated
    }

    /** Writes the page to bring where the person says. */
    fun makePage() {
        state = state.copy(done = null)
        val list = shortlist ?: return
        work {
            val page = hand.off { list.page(hand.texts.lang, journal.now()) }
            val name = hand.off { "vigie-trials-${journal.today().day}.pdf" }
            if (hand.phone.writeFile(name, "application/pdf") { it.write(page) }) state = state.copy(done = TrialsText.TRIALS_PAGE_DONE)
        }
    }
}
