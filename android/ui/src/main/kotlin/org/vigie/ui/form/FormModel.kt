// A form that is being filled in.
package org.vigie.ui.form

import org.vigie.CareEvent
import org.vigie.CareId
import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.sentence
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Plain

/**
 * Something that is told, or corrected.
 *
 * @param read makes of the form what is kept.
 * @param save keeps it; false when nothing came of it after all, and the form stays.
 * @param remove takes it back.
 * @param done is called once it is kept or taken back, with what to say.
 */
class FormModel<T>(
    hand: Hand,
    form: Form,
    private val read: Reader.() -> T,
    private val save: suspend (T) -> Boolean,
    private val remove: (() -> Unit)?,
    private val done: (Plain) -> Unit,
) : Model<Form>(form.copy(removable = remove != null), hand) {
    /** What is typed or chosen. */
    fun type(name: Plain, value: String) {
        state = state.with(name, value)
    }

    /** Keeps it, or says at its place what cannot be taken. */
    fun keep() {
        val form = state
        state = form.copy(wrong = null)
        work(failed = { wrong(form, it) }) {
            try {
                val value = hand.off { Reader(form, hand.texts).read() }
                if (save(value)) done(FormText.FORM_KEPT)
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
            hand.off(remove)
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
    form,
    read,
    save = { event ->
        hand.off { if (id == null) journal.addCare(event, hand.relative) else journal.amendCare(id, event, hand.relative) }
        true
    },
    remove = id?.let { { journal.withdrawCare(it) } },
    done,
)
