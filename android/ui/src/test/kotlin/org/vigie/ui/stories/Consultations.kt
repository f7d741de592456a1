// A person who looks at what the team will read, and shares it.
package org.vigie.ui.stories

import org.vigie.Lang
import org.vigie.tests.story.Fields
import org.vigie.tests.story.code
import org.vigie.tests.story.day
import org.vigie.tests.story.files
import org.vigie.tests.story.flag
import org.vigie.tests.story.holds
import org.vigie.tests.story.lang
import org.vigie.tests.story.said
import org.vigie.tests.story.saidFirst
import org.vigie.tests.story.stories
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.Place
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.consultation.ConsultationText
import org.vigie.ui.consultation.Form
import org.vigie.ui.look.written

/** Chooses what is told, and looks at its first page. */
internal fun Person.chooses(step: Fields) {
    goesTo(Place.CONSULTATION)
    val lang = step.get("lang", ::lang)
    taps(if (lang == Lang.FR) ConsultationText.CONSULTATION_FRENCH else ConsultationText.CONSULTATION_ENGLISH)
    val (first, last) = step.maybe("from", ::day) to step.maybe("to", ::day)
    if (first != null && last != null) {
        taps(ConsultationText.CONSULTATION_OTHER)
        types(ConsultationText.CONSULTATION_FIRST, written(first))
        types(ConsultationText.CONSULTATION_LAST, written(last))
    }
    if (step.maybe("with_name", ::flag) == false) taps(ConsultationText.CONSULTATION_NAME)
    if (step.maybe("with_notes", ::flag) == false) taps(ConsultationText.CONSULTATION_NOTES)
    step.maybe("without", ::texts)?.let { items ->
        taps(ConsultationText.CONSULTATION_ITEMS)
        soonIdle()
        items.forEach { taps(words.item(it)) }
        taps(ConsultationText.CONSULTATION_ITEMS_DONE)
        soonIdle()
    }
    taps(ConsultationText.CONSULTATION_LOOK)
    soonIdle()
    sees(ConsultationText.CONSULTATION_PAGES)
}

/** Looks at it: what is told of it is on the page where a person finds it. */
internal fun Person.previews(step: Fields) {
    chooses(step)
    val head = checkNotNull(at<Screen.Consultation>().model.state.report).head
    step.told("parts", ::texts, head.sections.map { it.part })
    holds(step, said(head))
    step.maybe("has", ::texts).orEmpty().forEach { part ->
        if (saidFirst(head).any { part in it }) return@forEach sees(part)
        val section = head.sections.first { one -> (said(one.blocks) + one.title).any { part in it } }
        taps(section.title)
        reaches(part)
        taps(Text.BACK)
    }
}

/** Shares it, and gives the file. */
internal fun Person.shares(step: Fields): ByteArray? {
    chooses(step)
    taps(ConsultationText.CONSULTATION_SHARE)
    val format = step.text("format")
    val form = Form.entries.single { (it.format?.code() ?: "page") == format }
    phone.files.clear()
    taps(form.title)
    soonIdle()
    val file = phone.files["consultation-${phone.time.toLocalDate()}${form.ending}"] ?: return null
    if (form == Form.PROTECTED) {
        checkNotNull(at<Screen.Consultation>().model.state.secret).split(' ').forEach { sees(it) }
        taps(ConsultationText.CONSULTATION_SECRET_DONE)
    } else {
        sees("consultation-${phone.time.toLocalDate()}${form.ending}")
    }
    return file
}
