// A journal in which a bit of everything was told, for the tests that look at every page.
package org.vigie.ui

import org.vigie.Answer
import org.vigie.Appointment
import org.vigie.AppointmentKind
import org.vigie.CareContact
import org.vigie.CareEvent
import org.vigie.CareRole
import org.vigie.ChangeKind
import org.vigie.ChangeReason
import org.vigie.Conclusion
import org.vigie.Consent
import org.vigie.ConsentKind
import org.vigie.DailyEntry
import org.vigie.ImagingKind
import org.vigie.ImagingStudy
import org.vigie.Journal
import org.vigie.LabResult
import org.vigie.Medicine
import org.vigie.MedicineKind
import org.vigie.Named
import org.vigie.PainDetail
import org.vigie.Profile
import org.vigie.Question
import org.vigie.QuestionAnswer
import org.vigie.TreatmentChange
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import org.vigie.Wish
import org.vigie.WishKind
import org.vigie.asSource
import java.io.ByteArrayInputStream

/** The nurse who is called. */
const val NURSE = "Mme Martin"

/** The photo or paper that is kept. */
const val PAPER = "Compte rendu"

/** What is asked of a blood sample. */
const val MARKER = "ACE"

/** A medicine with its hours, and one that is taken when it is needed. */
const val MEDICINE = "tramadol"
const val AS_NEEDED = "paracétamol"

/** A question that waits, one that was noted in a check-in, and one that was answered. */
const val QUESTION = "Puis-je voyager en avril ?"
const val NOTED_QUESTION = "Le vaccin de la grippe ?"
const val ANSWERED_QUESTION = "Combien de cures encore ?"

/** Twelve days of a treatment, but for one, with what belongs around it. */
fun Journal.lived() {
    val line = TreatmentLine(TreatmentKind.CHEMOTHERAPY, "FOLFOX", 14u, TODAY.minusDays(40))
    val before = TreatmentLine(TreatmentKind.TARGETED, "osimertinib", null, TODAY.minusDays(400), TODAY.minusDays(60))
    val contact = CareContact(CareRole.NURSE, NURSE, "01 99 00 12 34", "mon-fri 09:00-17:00", "01 99 00 12 99")
    setProfile(
        Profile(
            name = "Camille Martin",
            list = listOf("fatigue", "nausea", "appetite", "pain:hip-left"),
            treatments = listOf(line, before),
            contacts = listOf(contact),
        ),
    )
    for (event in told()) addCare(event)
    for (ago in 12L downTo 1) {
        val pain = mapOf("pain:hip-left" to Answer.Rated((ago % 5).toInt()))
        val answers = mapOf("fatigue" to Answer.Rated((3 + ago % 4).toInt()), "nausea" to Answer.Rated((ago % 3).toInt())) + pain
        if (ago == 5L) continue
        record(
            DailyEntry(
                TODAY.minusDays(ago),
                answers,
                state = 1,
                weight = 64.5.takeIf { ago == 7L },
                pains = mapOf("hip-left" to PainDetail(wakesAtNight = true)),
                administration = Named("FOLFOX").takeIf { ago == 10L },
                note = "Nuit difficile.".takeIf { ago == 3L },
                question = NOTED_QUESTION.takeIf { ago == 1L },
            ),
        )
    }
    attach(TODAY.minusDays(2), PAPER, ByteArrayInputStream("%PDF-1.7".toByteArray()).asSource())
}

private fun told(): List<CareEvent> = listOf(
    CareEvent.Appointment(Appointment(TODAY.plusDays(8), 870u, AppointmentKind.CONSULTATION, "Dr Leroy", "Hôpital de jour")),
    CareEvent.Appointment(Appointment(TODAY.plusDays(3), null, AppointmentKind.RCP)),
    CareEvent.Appointment(Appointment(TODAY.minusDays(20), 540u, AppointmentKind.TEST, place = "Laboratoire")),
    CareEvent.Question(Question(TODAY.minusDays(2), QUESTION)),
    CareEvent.Question(Question(TODAY.minusDays(9), ANSWERED_QUESTION, QuestionAnswer(TODAY.minusDays(4), "Quatre."))),
    CareEvent.Imaging(ImagingStudy(TODAY.minusDays(12), ImagingKind.CT, "Clinique du Parc", Conclusion.STABLE, "Rien de nouveau.")),
    CareEvent.Lab(LabResult(TODAY.minusDays(30), MARKER, "18.5", "ng/mL", "-5")),
    CareEvent.Lab(LabResult(TODAY.minusDays(6), MARKER, "9.30", "ng/mL", "-5")),
    CareEvent.Medicine(Medicine(TODAY.minusDays(3), MEDICINE, MedicineKind.PAINKILLER, "50 mg", "07:00,19:00")),
    CareEvent.Medicine(Medicine(TODAY.minusDays(3), AS_NEEDED, MedicineKind.PAINKILLER, "1 g", "as-needed")),
    CareEvent.Change(TreatmentChange(TODAY.minusDays(10), ChangeKind.DELAYED, "FOLFOX", reason = ChangeReason.TOXICITY)),
    CareEvent.Consent(Consent(TODAY.minusDays(30), ConsentKind.CARE, "scanner avec injection", TODAY.minusDays(30))),
    CareEvent.Wish(Wish(TODAY.minusDays(5), WishKind.TRUSTED_PERSON, "Ma sœur", "tiroir du bureau")),
)
