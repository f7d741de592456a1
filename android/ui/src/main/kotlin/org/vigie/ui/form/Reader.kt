// What was typed in a form, read by the core: what it refuses is told at its place.
package org.vigie.ui.form

import org.vigie.CareEvent
import org.vigie.JournalException
import org.vigie.Wish
import org.vigie.WishKind
import org.vigie.minuteOfDay
import org.vigie.sentence
import org.vigie.ui.Plain
import org.vigie.ui.Texts
import org.vigie.ui.look.DayText
import org.vigie.ui.look.readDay
import java.time.LocalDate

/** Something was refused, and is told where it was typed. */
class Refused(val wrong: Wrong) : Exception()

/** Reads a form. For models: it asks the core. What is not asked for, and what is empty, is null. */
class Reader(val form: Form, private val texts: Texts) {
    private val asked = form.shown.map { it.name }.toSet()

    /** As it was typed. */
    fun typed(name: Plain): String = if (name in asked) form[name].trim() else ""

    private fun there(name: Plain): String? = typed(name).ifEmpty { null }

    /** A short name. */
    fun label(name: Plain): String? = there(name)?.let { neededLabel(name) }

    /** A short name that cannot be left out: the core says so. */
    fun neededLabel(name: Plain): String =
        typed(name).also { at(name) { texts.words.event(CareEvent.Wish(Wish(form.today, WishKind.DIRECTIVES, who = it))) } }

    /** Somebody's own words. */
    fun note(name: Plain): String? = there(name)?.let { neededNote(name) }

    /** Words that cannot be left out. */
    fun neededNote(name: Plain): String =
        typed(name).also { at(name) { texts.words.event(CareEvent.Wish(Wish(form.today, WishKind.DIRECTIVES, place = it))) } }

    /** A day. */
    fun day(name: Plain): LocalDate? = there(name)?.let { neededDay(name) }

    /** A day that cannot be left out. */
    fun neededDay(name: Plain): LocalDate = readDay(typed(name), form.today) ?: throw Refused(Wrong(name, texts[DayText.DAY_NOT_READ]))

    /** A time of day. */
    fun minute(name: Plain): UShort? = there(name)?.let { at(name) { minuteOfDay(it) } }

    /** What was chosen. */
    inline fun <reified E : Enum<E>> one(name: Plain): E? = typed(name).ifEmpty { null }?.let { enumValueOf<E>(it) }

    /** Reads something: what is refused was typed here. */
    fun <T> at(name: Plain, read: () -> T): T = try {
        read()
    } catch (refused: JournalException.Invalid) {
        throw Refused(Wrong(name, refused.sentence(texts.lang)))
    }
}
