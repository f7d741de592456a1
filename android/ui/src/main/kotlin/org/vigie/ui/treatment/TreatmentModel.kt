// What is given: treatments, medicines and their doses, what changed, and the papers around it.
package org.vigie.ui.treatment

import org.vigie.CareEvent
import org.vigie.CareRecord
import org.vigie.Consent
import org.vigie.Dose
import org.vigie.Intake
import org.vigie.IntakeStatus
import org.vigie.JournalInterface
import org.vigie.Medicine
import org.vigie.MedicineKind
import org.vigie.TreatmentChange
import org.vigie.TreatmentLine
import org.vigie.Wish
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Plain
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.FormText
import org.vigie.ui.form.Listed
import org.vigie.ui.form.listed
import java.time.LocalDate

/** Where one is. */
enum class Leaf(val title: Plain) {
    /** What is due, and what is given. */
    NOW(TreatmentText.TREATMENT_TITLE),

    /** What is taken at home. */
    MEDICINES(TreatmentText.MEDICINES_TITLE),

    /** What changed while a treatment went on. */
    CHANGES(TreatmentText.CHANGES_TITLE),

    /** What was signed, and where a wish is written down. */
    PAPERS(TreatmentText.PAPERS_TITLE),
}

/** A line of treatment, at its place in the profile. */
data class LineTold(val place: Int, val line: TreatmentLine, val title: String, val details: List<String>)

/** A dose that is due, and what was noted of it. */
data class DoseLine(val dose: Dose, val name: String, val noted: String?, val painkiller: Boolean)

/** What the screen shows. */
data class TreatmentState(
    val loaded: Boolean = false,
    val today: LocalDate = LocalDate.EPOCH,
    val leaf: Leaf = Leaf.NOW,
    /** The doses of yesterday are shown, not those of today. */
    val yesterday: Boolean = false,
    val doses: List<DoseLine> = emptyList(),
    /** What is taken when it is needed, now. */
    val asNeeded: List<Listed<Medicine>> = emptyList(),
    /** What was taken when it was needed, on the day that is shown. */
    val taken: List<Listed<Intake>> = emptyList(),
    val lines: List<LineTold> = emptyList(),
    val medicines: List<Listed<Medicine>> = emptyList(),
    val changes: List<Listed<TreatmentChange>> = emptyList(),
    val consents: List<Listed<Consent>> = emptyList(),
    val wishes: List<Listed<Wish>> = emptyList(),
    /** What is being told or corrected. */
    val form: FormModel<*>? = null,
    /** What was just done, said once. */
    val done: String? = null,
)

/** Looks again after each change. */
class TreatmentModel(hand: Hand, private val journal: JournalInterface) : Model<TreatmentState>(TreatmentState(), hand) {
    private val lineForms = LineForms(hand, journal, ::kept)
    private val medicineForms = MedicineForms(hand, journal, ::kept)
    private val paperForms = PaperForms(hand, journal, ::kept)

    init {
        work { look() }
    }

    private suspend fun look(done: String? = null) {
        val now = state
        state = hand.off { seen(now) }.copy(form = null, done = done)
    }

    private fun seen(now: TreatmentState): TreatmentState {
        val today = journal.now().toLocalDate()
        val day = if (now.yesterday) today.minusDays(1) else today
        val care = journal.care()
        val medicines = care.listed(hand, ::since) { event -> (event as? CareEvent.Medicine)?.medicine?.let { it.day to it } }
        val painkillers = medicines.filter { it.told.kind == MedicineKind.PAINKILLER }.map { it.told.name }
        val current = medicines.filter { it.day <= day && (it.told.until ?: day) >= day }
        return now.copy(
            loaded = true,
            today = today,
            doses = journal.dosesOn(day).map { dose(it, it.medicine in painkillers) },
            asNeeded = current.filter { it.told.schedule == AS_NEEDED },
            taken = taken(care, day),
            lines = journal.profile().treatments.mapIndexed { place, line ->
                val parts = hand.texts.words.treatmentLine(line)
                LineTold(place, line, parts.first(), listOf(parts.drop(1).joinToString(" · ")).filter { it.isNotEmpty() })
            }.sortedBy { it.line.stopped != null },
            medicines = medicines.sortedBy { it.told.until?.let { end -> end < today } ?: false },
            changes = care.listed(hand) { event -> (event as? CareEvent.Change)?.change?.let { it.day to it } }.reversed(),
            consents = care.listed(hand) { event -> (event as? CareEvent.Consent)?.consent?.let { it.day to it } }.reversed(),
            wishes = care.listed(hand) { event -> (event as? CareEvent.Wish)?.wish?.let { it.day to it } }.reversed(),
        )
    }

    private fun since(day: LocalDate): String = hand.texts.say(TreatmentPhrase.MEDICINES_SINCE, "day" to hand.texts.words.day(day))

    private fun dose(dose: Dose, painkiller: Boolean): DoseLine {
        val words = hand.texts.words
        val name = hand.texts.say(TreatmentPhrase.TREATMENT_DOSE, "medicine" to dose.medicine, "time" to words.minute(dose.minute))
        // What it is called and when it was due stands above already.
        val noted = dose.intake?.let { intake -> words.event(CareEvent.Intake(intake.copy(minute = null))).drop(1).joinToString(" · ") }
        return DoseLine(dose, name, noted, painkiller)
    }

    private fun taken(care: List<CareRecord>, day: LocalDate): List<Listed<Intake>> {
        val due = journal.dosesOn(day).mapNotNull { it.noted }
        return care.filter { it.id !in due }.listed(hand, { null }) { event ->
            (event as? CareEvent.Intake)?.intake?.takeIf { it.day == day }?.let { it.day to it }
        }
    }

    private fun kept(done: Plain) {
        work { look(hand.texts[done]) }
    }

    /** Shows another part. */
    fun turnTo(leaf: Leaf) {
        state = state.copy(leaf = leaf, done = null)
    }

    /** The doses of yesterday, or of today again. */
    fun seeYesterday(on: Boolean) {
        state = state.copy(yesterday = on)
        work { look() }
    }

    /** One step back, or [leave]s. */
    fun back(leave: () -> Unit) {
        val now = state
        when {
            now.form != null -> state = now.copy(form = null)
            now.leaf != Leaf.NOW -> turnTo(Leaf.NOW)
            else -> leave()
        }
    }

    /** This dose was taken when it was due: one touch. */
    fun took(line: DoseLine) {
        val dose = line.dose
        work {
            hand.off { journal.addCare(CareEvent.Intake(Intake(dose.day, dose.medicine, dose.minute, IntakeStatus.TAKEN)), hand.relative) }
            look(hand.texts[FormText.FORM_KEPT])
        }
    }

    /** This dose was late or missed, or something was noted of it that is corrected. */
    fun tellDose(line: DoseLine) = open { medicineForms.dose(state.today, line) }

    /** Something was taken that is taken when it is needed, or that is corrected. */
    fun tellIntake(medicine: Medicine) = open { medicineForms.intake(state.today, journal.now(), medicine, null) }

    /** What was taken is corrected. */
    fun correct(one: Listed<Intake>) = open {
        val medicine = state.medicines.map { it.told }.lastOrNull { it.name == one.told.medicine }
        medicineForms.intake(state.today, journal.now(), medicine, one)
    }

    /** A treatment is told, or this one corrected or ended. */
    fun tellLine(one: LineTold? = null) = open { lineForms.line(state.today, one) }

    /** A change of treatment is told, or this one corrected. */
    fun tellChange(one: Listed<TreatmentChange>? = null) = open { lineForms.change(state.today, one) }

    /** A medicine is told, or this one corrected or ended. */
    fun tellMedicine(one: Listed<Medicine>? = null) = open { medicineForms.medicine(state.today, one) }

    /** A consent or a leaflet is told, or this one corrected. */
    fun tellConsent(one: Listed<Consent>? = null) = open { paperForms.consent(state.today, one) }

    /** Where a wish is written down is told, or this one corrected. */
    fun tellWish(one: Listed<Wish>? = null) = open { paperForms.wish(state.today, one) }

    private fun open(form: () -> FormModel<*>) {
        work {
            val made = hand.off(form)
            state = state.copy(form = made, done = null)
        }
    }

    companion object {
        /** The schedule of what is taken when it is needed, as the core writes it. */
        const val AS_NEEDED = "as-needed"
    }
}
