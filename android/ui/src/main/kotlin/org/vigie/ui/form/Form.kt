// A form: what it asks for, in order, and what was typed so far.
package org.vigie.ui.form

import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.message
import java.time.LocalDate

/** What every form says. */
enum class FormText : Plain {
    FORM_KEEP,
    FORM_KEPT,
    FORM_REMOVE,
    FORM_REMOVE_SURE,
    FORM_REMOVE_YES,
    FORM_REMOVE_NO,
    FORM_REMOVED,
    FORM_NOT_SAID,
    FORM_BEGUN_BEFORE,
    FORM_BEGIN_ANEW,
    ;

    override val id: String = message(name)
}

/** How something is answered. */
enum class How {
    /** A line. */
    LINE,

    /** As much as one likes. */
    TEXT,

    /** A whole number. */
    NUMBER,

    /** A day. */
    DAY,

    /** A time of day. */
    TIME,

    /** One of several. */
    ONE,
}

/** One of several, by the name of what it stands for in the core. */
data class Option(val id: String, val name: String)

/**
 * One thing that is asked for.
 *
 * @param field is what the core calls it, when it says what is wrong with it.
 * @param onlyIf says whether it is asked for at all, after what was answered above.
 * @param stays what was told before is shown to whoever corrects it even when it would not be asked for.
 */
data class Ask(
    val name: Plain,
    val how: How,
    val hint: Plain? = null,
    val options: List<Option> = emptyList(),
    val field: String? = when (how) {
        How.DAY -> "date"
        How.TIME -> "time"
        else -> null
    },
    val onlyIf: (Form) -> Boolean = { true },
    val stays: Boolean = how != How.ONE,
)

/** Why something cannot be taken as it is, told where it was typed. */
data class Wrong(val name: Plain, val sentence: String)

/** What the screen of a form shows. */
data class Form(
    val title: Plain,
    val today: LocalDate,
    val asks: List<Ask>,
    /** What is typed and chosen; what is not there is empty. */
    val values: Map<Plain, String> = emptyMap(),
    val keep: Plain = FormText.FORM_KEEP,
    /** What it is about, when that is not asked for. */
    val about: String? = null,
    /** It is in the journal already and can be taken back. */
    val removable: Boolean = false,
    /** Whether it shall be taken back is being asked. */
    val removing: Boolean = false,
    val wrong: Wrong? = null,
    /** What stands in it was typed before an interruption. */
    val begunBefore: Boolean = false,
) {
    /** What is asked for now. */
    val shown: List<Ask>
        get() = asks.filter { it.onlyIf(this) || (it.stays && this[it.name].isNotBlank()) }

    /** What is typed or chosen. */
    operator fun get(name: Plain): String = values[name].orEmpty()

    /** With something typed. */
    fun with(name: Plain, value: String): Form = copy(values = values + (name to value), wrong = wrong.takeIf { it?.name != name })
}

/** The members of an enum to choose from, each with its name. For models: each name asks the core. */
inline fun <reified E : Enum<E>> options(name: (E) -> String): List<Option> = enumValues<E>().map { Option(it.name, name(it)) }

/** The choice of saying nothing, before the others. */
fun Hand.notSaid(): List<Option> = listOf(Option("", texts[FormText.FORM_NOT_SAID]))
