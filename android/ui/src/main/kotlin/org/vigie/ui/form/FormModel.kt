// A form that is being filled in.
package org.vigie.ui.form

import kotlinx.coroutines.launch
import org.vigie.CareEvent
import org.vigie.CareId
import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.UnfinishedForm
import org.vigie.sentence
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Plain

/**
 * Something that is told, or corrected. What is typed is kept aside at each touch, so that a telephone call, a lock or a crash takes
 * nothing away: whoever comes back to the same form finds it.
 *
 * @param which tells a correction from another one under the same title.
 * @param read makes of the form what is kept.
 * @param save keeps it; false when nothing came of it after all, and the form stays.
 * @param remove takes it back.
 * @param done is called once it is kept or taken back, with what to say.
 */
class FormModel<T>(
    hand: Hand,
    private val journal: JournalInterface,
    private val form: Form,
    which: String,
    private val read: Reader.() -> T,
    private val save: suspend (T) -> Boolean,
    private val remove: (() -> Unit)?,
    private val done: (Plain) -> Unit,
) : Model<Form>(form.copy(removable = remove != null), hand) {
    private val key = "${form.title.id} $which"

    /** What is kept aside, so that it is not written twice. */
    private var aside: Map<Plain, String> = form.values

    /** It was kept or taken back: there is nothing to come back to. */
    private var ended = false

    init {
        hand.scope.launch {
            val begun = hand.off { begun() }
            if (begun != null && state.values == form.values) state = state.copy(values = begun, begunBefore = true)
        }
    }

    @Synchronized
    private fun begun(): Map<Plain, String>? = try {
        val kept = journal.form()?.takeIf { it.form == key }
        val typed = kept?.let { form.asks.mapNotNull { ask -> it.values[ask.name.id]?.let { value -> ask.name to value } } }
        typed?.let { form.values + it }?.also { aside = it }
    } catch (_: JournalException) {
        null
    }

    /** What is typed or chosen. */
    fun type(name: Plain, value: String) {
        state = state.with(name, value)
        hand.scope.launch { hand.off { putAside() } }
    }

    /** As it was before anything was typed. */
    fun beginAnew() {
        state = state.copy(values = form.values, begunBefore = false, wrong = null)
        hand.scope.launch { hand.off { putAside() } }
    }

    @Synchronized
    private fun putAside() {
        val now = state.values
        if (ended || now == aside) return
        try {
            val typed = now.takeIf { it != form.values }
            journal.keepForm(typed?.let { values -> UnfinishedForm(key, values.mapKeys { it.key.id }) })
            aside = now
        } catch (_: JournalException) {
            // What cannot be put aside is no reason to stop someone from typing: keeping it tells.
        }
    }

    /** Nothing that is still on its way is put aside after this. */
    @Synchronized
    private fun forget() {
        ended = true
        if (aside == form.values) return
        try {
            journal.keepForm(null)
        } catch (_: JournalException) {
            // It is offered once more, and can be begun anew.
        }
    }

    /** Keeps it, or says at its place what cannot be taken. */
    fun keep() {
        val form = state
        state = form.copy(wrong = null)
        work(failed = { wrong(form, it) }) {
            try {
                val value = hand.off { Reader(form, hand.texts).read() }
                if (save(value)) {
                    hand.off { forget() }
                    done(FormText.FORM_KEPT)
                }
            } catch (refused: Refused) {
                state = state.copy(wrong = refused.wrong)
            }
        }
    }

    /** What the core refused as a whole is told where it was typed; of several days the last is the one that cannot be. */
    private fun wrong(form: Form, failure: JournalException) {
        val field = (failure as? JournalException.Invalid)?.field
        val ask = form.shown.lastOrNull { it.field == field && form[it.name].isNotBlank() }
        if (ask == null || field == null) tell(failure) else state = state.copy(wrong = Wrong(ask.name, failure.sentence(hand.texts.lang)))
    }

    /** Asks whether it shall be taken back. */
    fun askToRemove(asking: Boolean) {
        state = state.copy(removing = asking)
    }

    /** Takes it back. */
    fun remove() {
        val remove = remove ?: return
        work {
            hand.off {
                remove()
                forget()
            }
            done(FormText.FORM_REMOVED)
        }
    }
}

/** The form of something around the symptoms: new, or the one of this [id]. */
fun careForm(
    hand: Hand,
    journal: JournalInterface,
    id: CareId?,
    form: Form,
    done: (Plain) -> Unit,
    read: Reader.() -> CareEvent,
): FormModel<CareEvent> = FormModel(
    hand,
    journal,
    form,
    which = id.orEmpty(),
    read,
    save = { event ->
        hand.off { if (id == null) journal.addCare(event, hand.relative) else journal.amendCare(id, event, hand.relative) }
        true
    },
    remove = id?.let { { journal.withdrawCare(it) } },
    done,
)
