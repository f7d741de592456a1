// Who can help, and what things are, in plain words.
package org.vigie.ui.support

import org.vigie.DirectoryEntry
import org.vigie.DirectorySearch
import org.vigie.Explanation
import org.vigie.Item
import org.vigie.JournalInterface
import org.vigie.NationalNumber
import org.vigie.Passage
import org.vigie.SupportCategory
import org.vigie.comfortFirst
import org.vigie.explainTreatment
import org.vigie.explanations
import org.vigie.nationalNumbers
import org.vigie.supportCategories
import org.vigie.ui.Hand
import org.vigie.ui.Model

/** Someone who can help. */
data class Helper(
    val name: String,
    val category: String,
    val offers: String,
    /** Where, when, in which languages, on which page. */
    val facts: List<String>,
    /** The number to dial. */
    val phone: String?,
    /** What stands on the button: the number and what has to be known of it. */
    val call: String?,
    /** The same with the name, to be heard. */
    val spokenCall: String?,
    /** Where it was seen, and when. */
    val source: String,
    val checked: String,
    val old: Boolean,
)

/** What was found. */
data class Found(val title: String, val count: String, val own: Boolean, val helpers: List<Helper>)

/** What is explained together. */
data class Topics(val title: String, val list: List<Explanation>)

/** What comes first when treatments stop. */
data class ComfortPage(
    val introduction: String,
    val items: List<String>,
    val questions: List<String>,
    val forward: List<Passage>,
    /** What was asked before the person took this list; null while they did not. */
    val before: List<Item>? = null,
    /** What was just done. */
    val done: String? = null,
)

/** What the screen shows. */
data class SupportState(
    val loaded: Boolean = false,
    val numbers: List<NationalNumber> = emptyList(),
    val categories: List<SupportCategory> = emptyList(),
    val place: String = "",
    val words: String = "",
    /** What the person's own treatments are. */
    val yours: List<Passage> = emptyList(),
    val topics: List<Topics> = emptyList(),
    /** What is shown above all this: one at most. */
    val found: Found? = null,
    val topic: Topics? = null,
    val comfort: ComfortPage? = null,
)

/** The directory is that of the team, or the list that comes with Vigie. */
class SupportModel(hand: Hand, private val journal: JournalInterface) : Model<SupportState>(SupportState(), hand) {
    init {
        work {
            state = hand.off {
                val lang = hand.texts.lang
                val yours = journal.profile().treatments.filter { it.stopped == null }.map { it.kind }.distinct()
                state.copy(
                    loaded = true,
                    numbers = nationalNumbers(lang),
                    categories = supportCategories(lang),
                    yours = yours.map { Passage(hand.texts.words.treatment(it), listOf(explainTreatment(it, lang))) },
                    topics = explanations(lang).groupBy { it.group }.map { (title, list) -> Topics(title, list) },
                )
            }
        }
    }

    /** What is typed. */
    fun type(to: SupportState.() -> SupportState) {
        state = state.to()
    }

    /** Opens the dialler. */
    fun call(number: String) = hand.phone.dial(number)

    /** Looks for help of this kind, or of any, near the place and with the words that are typed. */
    fun find(category: SupportCategory?) {
        val now = state
        work {
            val found = hand.off {
                val search = DirectorySearch(
                    hand.texts.lang,
                    category?.code,
                    now.place.takeIf { it.isNotBlank() },
                    now.words.takeIf { it.isNotBlank() },
                )
                val found = journal.findSupport(search)
                Found(
                    category?.title ?: hand.texts[SupportText.SUPPORT_ALL_KINDS],
                    hand.texts.say(SupportPhrase.SUPPORT_FOUND, "count" to found.entries.size.toLong()),
                    found.own,
                    found.entries.map { helper(it, now.categories) },
                )
            }
            state = state.copy(found = found)
        }
    }

    private fun helper(entry: DirectoryEntry, categories: List<SupportCategory>): Helper {
        val texts = hand.texts
        val languages = entry.languages.takeIf { it.isNotEmpty() }?.let { texts.words.list(it) }
        return Helper(
            entry.name,
            categories.find { it.code == entry.category }?.title.orEmpty(),
            entry.offers,
            listOfNotNull(
                entry.place,
                entry.hours?.let { texts.say(SharedPhrase.DIRECTORY_HOURS, "hours" to it) },
                languages?.let { texts.say(SharedPhrase.DIRECTORY_LANGUAGES, "languages" to it) },
                entry.web,
            ),
            entry.phone,
            entry.phoneShown,
            entry.phoneShown?.let { texts.say(SupportPhrase.SUPPORT_CALL, "phone" to it, "name" to entry.name) },
            texts.say(SharedPhrase.DIRECTORY_SOURCE, "source" to entry.source),
            entry.checked,
            entry.old,
        )
    }

    /** What is explained together. */
    fun open(topic: Topics) {
        state = state.copy(topic = topic)
    }

    /** What comes first when treatments stop. */
    fun openComfort() {
        work {
            val page = hand.off {
                val comfort = comfortFirst(hand.texts.lang)
                ComfortPage(comfort.introduction, comfort.list.map { hand.texts.words.item(it) }, comfort.questions, comfort.forward)
            }
            state = state.copy(comfort = page)
        }
    }

    /** Asks this list from now on. */
    fun follow() {
        val page = state.comfort ?: return
        work {
            val before = hand.off {
                val profile = journal.profile()
                journal.setProfile(profile.copy(list = comfortFirst(hand.texts.lang).list))
                profile.list
            }
            state = state.copy(comfort = page.copy(before = before, done = hand.texts[SupportText.SUPPORT_FOLLOWED]))
        }
    }

    /** Asks what was asked before. */
    fun undo() {
        val page = state.comfort ?: return
        val before = page.before ?: return
        work {
            hand.off { journal.setProfile(journal.profile().copy(list = before)) }
            state = state.copy(comfort = page.copy(before = null, done = hand.texts[SupportText.SUPPORT_UNDONE]))
        }
    }

    /** One step back, or out by [leave]. */
    fun back(leave: () -> Unit) {
        problem = null
        when {
            state.found != null -> state = state.copy(found = null)
            state.topic != null -> state = state.copy(topic = null)
            state.comfort != null -> state = state.copy(comfort = null)
            else -> leave()
        }
    }
}
