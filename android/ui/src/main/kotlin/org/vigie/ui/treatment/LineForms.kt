// What is asked of a line of treatment, and of a change while it goes on.
package org.vigie.ui.treatment

import org.vigie.CareEvent
import org.vigie.ChangeKind
import org.vigie.ChangeReason
import org.vigie.JournalInterface
import org.vigie.TreatmentChange
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import org.vigie.TrialPhase
import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.form.Ask
import org.vigie.ui.form.Form
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.How
import org.vigie.ui.form.Listed
import org.vigie.ui.form.Option
import org.vigie.ui.form.Reader
import org.vigie.ui.form.careForm
import org.vigie.ui.form.notSaid
import org.vigie.ui.form.options
import org.vigie.ui.look.written
import org.vigie.ui.treatment.TreatmentText.CHANGES_DAY
import org.vigie.ui.treatment.TreatmentText.CHANGES_KIND
import org.vigie.ui.treatment.TreatmentText.CHANGES_NEW
import org.vigie.ui.treatment.TreatmentText.CHANGES_NOTE
import org.vigie.ui.treatment.TreatmentText.CHANGES_ONE
import org.vigie.ui.treatment.TreatmentText.CHANGES_REASON
import org.vigie.ui.treatment.TreatmentText.CHANGES_TREATMENT
import org.vigie.ui.treatment.TreatmentText.CHANGES_UNTIL
import org.vigie.ui.treatment.TreatmentText.TREATMENT_ALTERATION
import org.vigie.ui.treatment.TreatmentText.TREATMENT_ALTERATION_HINT
import org.vigie.ui.treatment.TreatmentText.TREATMENT_CYCLE
import org.vigie.ui.treatment.TreatmentText.TREATMENT_CYCLE_HINT
import org.vigie.ui.treatment.TreatmentText.TREATMENT_ENDED_FOR
import org.vigie.ui.treatment.TreatmentText.TREATMENT_KIND
import org.vigie.ui.treatment.TreatmentText.TREATMENT_NEW
import org.vigie.ui.treatment.TreatmentText.TREATMENT_ONE
import org.vigie.ui.treatment.TreatmentText.TREATMENT_PHASE
import org.vigie.ui.treatment.TreatmentText.TREATMENT_REGIMEN
import org.vigie.ui.treatment.TreatmentText.TREATMENT_REGIMEN_HINT
import org.vigie.ui.treatment.TreatmentText.TREATMENT_SPONSOR
import org.vigie.ui.treatment.TreatmentText.TREATMENT_STARTED
import org.vigie.ui.treatment.TreatmentText.TREATMENT_STOPPED
import org.vigie.ui.treatment.TreatmentText.TREATMENT_STOPPED_HINT
import org.vigie.ui.treatment.TreatmentText.TREATMENT_TRIAL_NUMBER
import org.vigie.ui.treatment.TreatmentText.TREATMENT_TRIAL_NUMBER_HINT
import java.time.LocalDate

/** For models: each form asks the core for names. [done] is called once something is kept or taken back. */
class LineForms(private val hand: Hand, private val journal: JournalInterface, private val done: (Plain) -> Unit) {
    private val words = hand.texts.words

    /** A line of treatment, or the one at a place in the profile. */
    fun line(today: LocalDate, one: LineTold?): FormModel<TreatmentLine> {
        val inTrial = { form: Form -> form[TREATMENT_KIND] == TreatmentKind.TRIAL.name }
        val asks = listOf(
            Ask(TREATMENT_KIND, How.ONE, options = options<TreatmentKind>(words::treatment)),
            Ask(TREATMENT_REGIMEN, How.LINE, TREATMENT_REGIMEN_HINT),
            Ask(TREATMENT_STARTED, How.DAY),
            Ask(TREATMENT_CYCLE, How.NUMBER, TREATMENT_CYCLE_HINT, field = "cycle"),
            Ask(TREATMENT_ALTERATION, How.LINE, TREATMENT_ALTERATION_HINT),
            Ask(TREATMENT_PHASE, How.ONE, options = phases(), onlyIf = inTrial, stays = true),
            Ask(TREATMENT_SPONSOR, How.LINE, onlyIf = inTrial),
            Ask(TREATMENT_TRIAL_NUMBER, How.LINE, TREATMENT_TRIAL_NUMBER_HINT, onlyIf = inTrial),
            Ask(TREATMENT_STOPPED, How.DAY, TREATMENT_STOPPED_HINT),
            Ask(TREATMENT_ENDED_FOR, How.ONE, options = reasons(), onlyIf = { it[TREATMENT_STOPPED].isNotBlank() }),
        )
        val told = one?.line
        val values = mapOf<Plain, String>(
            TREATMENT_KIND to (told?.kind ?: TreatmentKind.CHEMOTHERAPY).name,
            TREATMENT_REGIMEN to told?.regimen.orEmpty(),
            TREATMENT_STARTED to told?.started?.let(::written).orEmpty(),
            TREATMENT_CYCLE to told?.cycleDays?.toString().orEmpty(),
            TREATMENT_ALTERATION to told?.alteration.orEmpty(),
            TREATMENT_PHASE to told?.phase?.name.orEmpty(),
            TREATMENT_SPONSOR to told?.sponsor.orEmpty(),
            TREATMENT_TRIAL_NUMBER to told?.trialNumber.orEmpty(),
            TREATMENT_STOPPED to told?.stopped?.let(::written).orEmpty(),
            TREATMENT_ENDED_FOR to told?.endedFor?.name.orEmpty(),
        )
        val form = Form(if (one == null) TREATMENT_NEW else TREATMENT_ONE, today, asks, values)
        return FormModel(
            hand,
            journal,
            form,
            which = told?.let { "${it.kind} ${it.started}" }.orEmpty(),
            read = { readLine() },
            save = { line ->
                hand.off { change { if (one == null) it + line else it.map { there -> if (there == one.line) line else there } } }
                true
            },
            remove = one?.let { { change { all -> all - it.line } } },
            done,
        )
    }

    /** The lines are part of the profile, which is read anew so that nothing else in it is lost. */
    private fun change(to: (List<TreatmentLine>) -> List<TreatmentLine>) {
        val profile = journal.profile()
        journal.setProfile(profile.copy(treatments = to(profile.treatments)))
    }

    private fun Reader.readLine() = TreatmentLine(
        kind = one<TreatmentKind>(TREATMENT_KIND) ?: TreatmentKind.CHEMOTHERAPY,
        regimen = label(TREATMENT_REGIMEN),
        // What is no number is none of days either: the core says how many there may be.
        cycleDays = typed(TREATMENT_CYCLE).ifEmpty { null }?.let { it.toUByteOrNull() ?: 0u },
        started = day(TREATMENT_STARTED),
        stopped = day(TREATMENT_STOPPED),
        endedFor = one<ChangeReason>(TREATMENT_ENDED_FOR),
        alteration = label(TREATMENT_ALTERATION),
        phase = one<TrialPhase>(TREATMENT_PHASE),
        sponsor = label(TREATMENT_SPONSOR),
        trialNumber = label(TREATMENT_TRIAL_NUMBER),
    )

    /** A delay, another dose, a pause. */
    fun change(today: LocalDate, one: Listed<TreatmentChange>?): FormModel<CareEvent> {
        val told = one?.told
        val asks = listOf(
            Ask(CHANGES_KIND, How.ONE, options = options<ChangeKind>(words::treatmentChange)),
            Ask(CHANGES_DAY, How.DAY),
            Ask(CHANGES_TREATMENT, How.LINE),
            Ask(CHANGES_UNTIL, How.DAY),
            Ask(CHANGES_REASON, How.ONE, options = reasons()),
            Ask(CHANGES_NOTE, How.TEXT),
        )
        val current = journal.profile().treatments.filter { it.stopped == null }.mapNotNull { it.regimen }.singleOrNull()
        val values = mapOf<Plain, String>(
            CHANGES_KIND to (told?.kind ?: ChangeKind.DELAYED).name,
            CHANGES_DAY to written(told?.day ?: today),
            CHANGES_TREATMENT to (if (told == null) current else told.treatment).orEmpty(),
            CHANGES_UNTIL to told?.until?.let(::written).orEmpty(),
            CHANGES_REASON to told?.reason?.name.orEmpty(),
            CHANGES_NOTE to told?.note.orEmpty(),
        )
        val form = Form(if (one == null) CHANGES_NEW else CHANGES_ONE, today, asks, values)
        return careForm(hand, journal, one?.id, form, done) {
            val kind = one<ChangeKind>(CHANGES_KIND) ?: ChangeKind.DELAYED
            val reason = one<ChangeReason>(CHANGES_REASON)
            val change =
                TreatmentChange(neededDay(CHANGES_DAY), kind, label(CHANGES_TREATMENT), day(CHANGES_UNTIL), reason, note(CHANGES_NOTE))
            CareEvent.Change(change)
        }
    }

    private fun phases(): List<Option> = hand.notSaid() + options<TrialPhase>(words::trialPhase)

    private fun reasons(): List<Option> = hand.notSaid() + options<ChangeReason>(words::changeReason)
}
