// What is asked of a medicine, and of a dose of it.
package org.vigie.ui.treatment

import org.vigie.CareEvent
import org.vigie.Intake
import org.vigie.IntakeStatus
import org.vigie.JournalInterface
import org.vigie.Medicine
import org.vigie.MedicineKind
import org.vigie.Relief
import org.vigie.minuteOfDay
import org.vigie.time
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
import org.vigie.ui.treatment.TreatmentText.INTAKES_DAY
import org.vigie.ui.treatment.TreatmentText.INTAKES_REASON
import org.vigie.ui.treatment.TreatmentText.INTAKES_RELIEF
import org.vigie.ui.treatment.TreatmentText.INTAKES_STATUS
import org.vigie.ui.treatment.TreatmentText.INTAKES_TIME
import org.vigie.ui.treatment.TreatmentText.INTAKES_TITLE
import org.vigie.ui.treatment.TreatmentText.MEDICINES_DAYS_OFF
import org.vigie.ui.treatment.TreatmentText.MEDICINES_DAYS_ON
import org.vigie.ui.treatment.TreatmentText.MEDICINES_DOSE
import org.vigie.ui.treatment.TreatmentText.MEDICINES_DOSE_HINT
import org.vigie.ui.treatment.TreatmentText.MEDICINES_FROM
import org.vigie.ui.treatment.TreatmentText.MEDICINES_KIND
import org.vigie.ui.treatment.TreatmentText.MEDICINES_NAME
import org.vigie.ui.treatment.TreatmentText.MEDICINES_NEW
import org.vigie.ui.treatment.TreatmentText.MEDICINES_ONE
import org.vigie.ui.treatment.TreatmentText.MEDICINES_TIMES
import org.vigie.ui.treatment.TreatmentText.MEDICINES_TIMES_HINT
import org.vigie.ui.treatment.TreatmentText.MEDICINES_UNTIL
import org.vigie.ui.treatment.TreatmentText.MEDICINES_UNTIL_HINT
import org.vigie.ui.treatment.TreatmentText.MEDICINES_WHEN
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit

/** How a medicine is taken. */
private enum class Taking(val text: Plain) {
    AT_TIMES(TreatmentText.MEDICINES_AT_TIMES),
    WITH_PAUSES(TreatmentText.MEDICINES_WITH_PAUSES),
    AS_NEEDED(TreatmentText.MEDICINES_AS_NEEDED),
}

/** For models: each form asks the core for names. [done] is called once something is kept or taken back. */
class MedicineForms(private val hand: Hand, private val journal: JournalInterface, private val done: (Plain) -> Unit) {
    private val words = hand.texts.words

    /** A medicine. */
    fun medicine(today: LocalDate, one: Listed<Medicine>?): FormModel<CareEvent> {
        val told = one?.told
        val pausing = { form: Form -> form[MEDICINES_WHEN] == Taking.WITH_PAUSES.name }
        val asks = listOf(
            Ask(MEDICINES_NAME, How.LINE),
            Ask(MEDICINES_KIND, How.ONE, options = options<MedicineKind>(words::medicine)),
            Ask(MEDICINES_DOSE, How.LINE, MEDICINES_DOSE_HINT),
            Ask(MEDICINES_WHEN, How.ONE, options = Taking.entries.map { Option(it.name, hand.texts[it.text]) }),
            Ask(MEDICINES_TIMES, How.LINE, MEDICINES_TIMES_HINT, onlyIf = { it[MEDICINES_WHEN] != Taking.AS_NEEDED.name }, stays = false),
            Ask(MEDICINES_DAYS_ON, How.NUMBER, onlyIf = pausing, stays = false),
            Ask(MEDICINES_DAYS_OFF, How.NUMBER, onlyIf = pausing, stays = false),
            Ask(MEDICINES_FROM, How.DAY),
            Ask(MEDICINES_UNTIL, How.DAY, MEDICINES_UNTIL_HINT),
        )
        val values = mapOf<Plain, String>(
            MEDICINES_NAME to told?.name.orEmpty(),
            MEDICINES_KIND to (told?.kind ?: MedicineKind.OTHER).name,
            MEDICINES_DOSE to told?.dose.orEmpty(),
            MEDICINES_FROM to written(told?.day ?: today),
            MEDICINES_UNTIL to told?.until?.let(::written).orEmpty(),
        ) + schedule(told?.schedule)
        val form = Form(if (one == null) MEDICINES_NEW else MEDICINES_ONE, today, asks, values)
        return careForm(hand, journal, one?.id, form, done) {
            CareEvent.Medicine(
                Medicine(
                    name = neededLabel(MEDICINES_NAME),
                    kind = one<MedicineKind>(MEDICINES_KIND) ?: MedicineKind.OTHER,
                    dose = label(MEDICINES_DOSE),
                    schedule = schedule(),
                    day = neededDay(MEDICINES_FROM),
                    until = day(MEDICINES_UNTIL),
                ),
            )
        }
    }

    /** The parts of a schedule as the core writes it: `08:00,20:00 21/7`. */
    private fun schedule(told: String?): Map<Plain, String> {
        if (told == TreatmentModel.AS_NEEDED) return mapOf(MEDICINES_WHEN to Taking.AS_NEEDED.name)
        val parts = told.orEmpty().split(' ')
        val days = parts.getOrNull(1)?.split('/')
        return mapOf(
            MEDICINES_WHEN to (if (days == null) Taking.AT_TIMES else Taking.WITH_PAUSES).name,
            MEDICINES_TIMES to parts.first().replace(",", ", "),
            MEDICINES_DAYS_ON to days?.first().orEmpty(),
            MEDICINES_DAYS_OFF to days?.last().orEmpty(),
        )
    }

    /** Each time is read by itself, in whatever way it is written; the days are read with the whole. */
    private fun Reader.schedule(): String {
        if (typed(MEDICINES_WHEN) == Taking.AS_NEEDED.name) return TreatmentModel.AS_NEEDED
        val times = at(MEDICINES_TIMES) {
            val minutes = typed(MEDICINES_TIMES).split(',', ';').map { minuteOfDay(it).toLong() }
            minutes.joinToString(",") { LocalTime.ofSecondOfDay(it * MINUTE).toString() }
        }
        at(MEDICINES_TIMES) { words.schedule(times) }
        if (typed(MEDICINES_WHEN) == Taking.AT_TIMES.name) return times
        val on = typed(MEDICINES_DAYS_ON)
        at(MEDICINES_DAYS_ON) { words.schedule("$times $on/1") }
        return "$times $on/${typed(MEDICINES_DAYS_OFF)}".also { at(MEDICINES_DAYS_OFF) { words.schedule(it) } }
    }

    /** What became of a dose that was due. */
    fun dose(today: LocalDate, line: DoseLine): FormModel<CareEvent> {
        val told = line.dose.intake
        val missed = { form: Form -> form[INTAKES_STATUS] == IntakeStatus.MISSED.name }
        val asks = listOf(
            Ask(INTAKES_STATUS, How.ONE, options = options<IntakeStatus>(words::intake)),
            Ask(INTAKES_REASON, How.TEXT, onlyIf = { it[INTAKES_STATUS] != IntakeStatus.TAKEN.name }),
            Ask(INTAKES_RELIEF, How.ONE, options = reliefs(), onlyIf = { line.painkiller && !missed(it) }),
        )
        val values = mapOf<Plain, String>(
            INTAKES_STATUS to (told?.status ?: IntakeStatus.LATE).name,
            INTAKES_REASON to told?.reason.orEmpty(),
            INTAKES_RELIEF to told?.relief?.name.orEmpty(),
        )
        val form = Form(INTAKES_TITLE, today, asks, values, about = line.name)
        return careForm(hand, journal, line.dose.noted, form, done) {
            val status = one<IntakeStatus>(INTAKES_STATUS) ?: IntakeStatus.TAKEN
            val dose = line.dose
            CareEvent.Intake(Intake(dose.day, dose.medicine, dose.minute, status, note(INTAKES_REASON), one<Relief>(INTAKES_RELIEF)))
        }
    }

    /** Something that was taken when it was needed; [medicine] is null when it is no longer known. */
    fun intake(today: LocalDate, now: OffsetDateTime, medicine: Medicine?, one: Listed<Intake>?): FormModel<CareEvent> {
        val told = one?.told
        val painkiller = medicine?.kind == MedicineKind.PAINKILLER || told?.relief != null
        val asks = listOf(
            Ask(INTAKES_DAY, How.DAY),
            Ask(INTAKES_TIME, How.TIME),
            Ask(INTAKES_RELIEF, How.ONE, options = reliefs(), onlyIf = { painkiller }),
        )
        val values = mapOf<Plain, String>(
            INTAKES_DAY to written(told?.day ?: today),
            INTAKES_TIME to (if (told == null) now.toLocalTime().truncatedTo(ChronoUnit.MINUTES) else told.time)?.toString().orEmpty(),
            INTAKES_RELIEF to told?.relief?.name.orEmpty(),
        )
        val name = told?.medicine ?: checkNotNull(medicine).name
        val form = Form(INTAKES_TITLE, today, asks, values, about = name)
        return careForm(hand, journal, one?.id, form, done) {
            val status = told?.status ?: IntakeStatus.TAKEN
            CareEvent.Intake(Intake(neededDay(INTAKES_DAY), name, minute(INTAKES_TIME), status, told?.reason, one<Relief>(INTAKES_RELIEF)))
        }
    }

    private fun reliefs(): List<Option> = hand.notSaid() + options<Relief>(words::relief)

    private companion object {
        const val MINUTE = 60
    }
}
