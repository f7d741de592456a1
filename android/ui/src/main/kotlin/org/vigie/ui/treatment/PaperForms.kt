// What is asked of a consent, and of a wish that is written down.
package org.vigie.ui.treatment

import org.vigie.CareEvent
import org.vigie.Consent
import org.vigie.ConsentKind
import org.vigie.JournalInterface
import org.vigie.Wish
import org.vigie.WishKind
import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.form.Ask
import org.vigie.ui.form.Form
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.How
import org.vigie.ui.form.Listed
import org.vigie.ui.form.careForm
import org.vigie.ui.form.options
import org.vigie.ui.look.written
import org.vigie.ui.treatment.TreatmentText.PAPERS_ABOUT
import org.vigie.ui.treatment.TreatmentText.PAPERS_ABOUT_HINT
import org.vigie.ui.treatment.TreatmentText.PAPERS_CONSENT
import org.vigie.ui.treatment.TreatmentText.PAPERS_KIND
import org.vigie.ui.treatment.TreatmentText.PAPERS_NEW_CONSENT
import org.vigie.ui.treatment.TreatmentText.PAPERS_NEW_WISH
import org.vigie.ui.treatment.TreatmentText.PAPERS_PLACE
import org.vigie.ui.treatment.TreatmentText.PAPERS_RECEIVED
import org.vigie.ui.treatment.TreatmentText.PAPERS_SIGNED
import org.vigie.ui.treatment.TreatmentText.PAPERS_WHO
import org.vigie.ui.treatment.TreatmentText.PAPERS_WHO_HINT
import org.vigie.ui.treatment.TreatmentText.PAPERS_WISH
import org.vigie.ui.treatment.TreatmentText.PAPERS_WITHDRAWN
import org.vigie.ui.treatment.TreatmentText.PAPERS_WITHDRAWN_HINT
import java.time.LocalDate

/** For models: each form asks the core for names. [done] is called once something is kept or taken back. */
class PaperForms(private val hand: Hand, private val journal: JournalInterface, private val done: (Plain) -> Unit) {
    private val words = hand.texts.words

    /** What was given to read or to sign. */
    fun consent(today: LocalDate, one: Listed<Consent>?): FormModel<CareEvent> {
        val told = one?.told
        val asks = listOf(
            Ask(PAPERS_KIND, How.ONE, options = options<ConsentKind>(words::consent)),
            Ask(PAPERS_ABOUT, How.LINE, PAPERS_ABOUT_HINT),
            Ask(PAPERS_RECEIVED, How.DAY),
            Ask(PAPERS_SIGNED, How.DAY, onlyIf = { it[PAPERS_KIND] != ConsentKind.LEAFLET.name }),
            Ask(PAPERS_WITHDRAWN, How.DAY, PAPERS_WITHDRAWN_HINT, onlyIf = { it[PAPERS_SIGNED].isNotBlank() }),
            Ask(PAPERS_PLACE, How.TEXT),
        )
        val values = mapOf<Plain, String>(
            PAPERS_KIND to (told?.kind ?: ConsentKind.CARE).name,
            PAPERS_ABOUT to told?.about.orEmpty(),
            PAPERS_RECEIVED to written(told?.day ?: today),
            PAPERS_SIGNED to told?.signed?.let(::written).orEmpty(),
            PAPERS_WITHDRAWN to told?.withdrawn?.let(::written).orEmpty(),
            PAPERS_PLACE to told?.place.orEmpty(),
        )
        val form = Form(if (one == null) PAPERS_NEW_CONSENT else PAPERS_CONSENT, today, asks, values)
        return careForm(hand, journal, one?.id, form, done) {
            CareEvent.Consent(
                Consent(
                    kind = one<ConsentKind>(PAPERS_KIND) ?: ConsentKind.CARE,
                    about = neededLabel(PAPERS_ABOUT),
                    day = neededDay(PAPERS_RECEIVED),
                    signed = day(PAPERS_SIGNED),
                    withdrawn = day(PAPERS_WITHDRAWN),
                    place = note(PAPERS_PLACE),
                ),
            )
        }
    }

    /** Where a wish is written down; its day is the day on which that is noted. */
    fun wish(today: LocalDate, one: Listed<Wish>?): FormModel<CareEvent> {
        val told = one?.told
        val asks = listOf(
            Ask(PAPERS_KIND, How.ONE, options = options<WishKind>(words::wish)),
            Ask(PAPERS_WHO, How.LINE, PAPERS_WHO_HINT),
            Ask(PAPERS_PLACE, How.TEXT),
        )
        val values = mapOf<Plain, String>(
            PAPERS_KIND to (told?.kind ?: WishKind.TRUSTED_PERSON).name,
            PAPERS_WHO to told?.who.orEmpty(),
            PAPERS_PLACE to told?.place.orEmpty(),
        )
        val form = Form(if (one == null) PAPERS_NEW_WISH else PAPERS_WISH, today, asks, values)
        return careForm(hand, journal, one?.id, form, done) {
            val kind = one<WishKind>(PAPERS_KIND) ?: WishKind.TRUSTED_PERSON
            CareEvent.Wish(Wish(told?.day ?: today, kind, label(PAPERS_WHO), note(PAPERS_PLACE)))
        }
    }
}
