// Treatments, medicines and their doses, what changed, and the papers around it.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.vigie.CareEvent
import org.vigie.ChangeKind
import org.vigie.ChangeReason
import org.vigie.Consent
import org.vigie.ConsentKind
import org.vigie.Intake
import org.vigie.IntakeStatus
import org.vigie.Journal
import org.vigie.Lang
import org.vigie.Medicine
import org.vigie.MedicineKind
import org.vigie.Profile
import org.vigie.Relief
import org.vigie.TreatmentChange
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import org.vigie.TrialPhase
import org.vigie.Wish
import org.vigie.WishKind
import org.vigie.ui.form.FormText
import org.vigie.ui.look.DayText
import org.vigie.ui.treatment.TreatmentText
import java.time.LocalDate

class TreatmentTest {
    private val today = LocalDate.of(2026, 11, 23)

    private inline fun <reified T : CareEvent> Journal.told(): List<T> = care().map { it.event }.filterIsInstance<T>()

    private fun Journal.some() {
        setProfile(
            Profile(
                list = listOf("fatigue"),
                treatments = listOf(
                    TreatmentLine(TreatmentKind.CHEMOTHERAPY, "FOLFOX", 14u, today.minusDays(200), today.minusDays(60)),
                    TreatmentLine(TreatmentKind.TARGETED, "osimertinib", null, today.minusDays(40), alteration = "EGFR exon 19"),
                ),
            ),
        )
        addCare(CareEvent.Medicine(Medicine(today.minusDays(3), "osimertinib", MedicineKind.ANTICANCER, "80 mg", "08:00")))
        addCare(CareEvent.Medicine(Medicine(today.minusDays(3), "tramadol", MedicineKind.PAINKILLER, "50 mg", "07:00,19:00")))
        addCare(CareEvent.Medicine(Medicine(today.minusDays(3), "paracétamol", MedicineKind.PAINKILLER, "1 g", "as-needed")))
        addCare(CareEvent.Change(TreatmentChange(today.minusDays(10), ChangeKind.DELAYED, "osimertinib", reason = ChangeReason.TOXICITY)))
        addCare(CareEvent.Consent(Consent(today.minusDays(30), ConsentKind.CARE, "scanner avec injection", today.minusDays(30))))
        addCare(CareEvent.Wish(Wish(today.minusDays(5), WishKind.TRUSTED_PERSON, "Ma sœur", "tiroir du bureau")))
    }

    @Test
    fun a_trial_is_told_corrected_and_ended() {
        lateinit var journal: Journal
        onOpen(with = {
            setProfile(Profile(list = listOf("fatigue")))
            journal = this
        }) {
            taps(Text.PLACE_TREATMENT)
            sees(TreatmentText.TREATMENT_NO_LINES)
            taps(TreatmentText.TREATMENT_ADD)
            picture("treatment-form")
            taps("traitement dans un essai clinique")
            types(TreatmentText.TREATMENT_REGIMEN, "XL-092")
            types(TreatmentText.TREATMENT_STARTED, "2.11.26")
            types(TreatmentText.TREATMENT_CYCLE, "3 semaines")
            taps("phase I/II")
            types(TreatmentText.TREATMENT_SPONSOR, "Gustave Roussy")
            types(TreatmentText.TREATMENT_TRIAL_NUMBER, "NCT00000000")
            taps(FormText.FORM_KEEP)
            looksAt("de 7 à 60 jours")
            picture("treatment-wrong")
            types(TreatmentText.TREATMENT_CYCLE, "21")
            taps(FormText.FORM_KEEP)
            sees("tous les 21 jours")
            val told = TreatmentLine(
                TreatmentKind.TRIAL,
                "XL-092",
                21u,
                LocalDate.of(2026, 11, 2),
                phase = TrialPhase.I_AND_II,
                sponsor = "Gustave Roussy",
                trialNumber = "NCT00000000",
            )
            assertEquals(Profile(list = listOf("fatigue"), treatments = listOf(told)), journal.profile())

            taps("Traitement dans un essai clinique (XL-092)")
            types(TreatmentText.TREATMENT_STOPPED, "1/11/2026")
            taps("mal supporté")
            taps(FormText.FORM_KEEP)
            looksAt("un jour qui n’est pas avant le début")
            types(TreatmentText.TREATMENT_STOPPED, "20/11/2026")
            taps(FormText.FORM_KEEP)
            sees("jusqu’au 20 novembre 2026")
            val ended = told.copy(stopped = LocalDate.of(2026, 11, 20), endedFor = ChangeReason.TOXICITY)
            assertEquals(listOf(ended), journal.profile().treatments)
            taps("Traitement dans un essai clinique (XL-092)")
            taps(FormText.FORM_REMOVE)
            taps(FormText.FORM_REMOVE_YES)
            sees(FormText.FORM_REMOVED)
            assertEquals(emptyList<TreatmentLine>(), journal.profile().treatments)
        }
    }

    @Test
    fun the_doses_of_the_day_are_ticked() {
        lateinit var journal: Journal
        onOpen(with = {
            some()
            journal = this
        }) {
            taps(Text.PLACE_TREATMENT)
            sees("osimertinib, 8 h 00")
            picture("treatment")
            taps("C’est pris, osimertinib, 8\u202fh\u202f00")
            sees(FormText.FORM_KEPT)
            taps("En retard ou non pris, tramadol, 7\u202fh\u202f00")
            taps("non pris")
            types(TreatmentText.INTAKES_REASON, "Oublié au réveil")
            picture("treatment-dose")
            taps(FormText.FORM_KEEP)
            sees("Oublié au réveil")
            taps("En retard ou non pris, tramadol, 19\u202fh\u202f00")
            taps("pris en retard")
            taps("un peu d’effet après une heure")
            taps(FormText.FORM_KEEP)
            sees("un peu d’effet après une heure")
            taps("J’en ai pris, paracétamol")
            sees("20:00")
            types(TreatmentText.INTAKES_TIME, "21h")
            taps(FormText.FORM_KEEP)
            sees("Heure : un jour qui n’est pas dans l’avenir")
            types(TreatmentText.INTAKES_TIME, "15 h 30")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("15 h 30")
            picture("treatment-doses")
            val kept = setOf(
                Intake(today, "osimertinib", 480u, IntakeStatus.TAKEN),
                Intake(today, "tramadol", 420u, IntakeStatus.MISSED, "Oublié au réveil"),
                Intake(today, "tramadol", 1140u, IntakeStatus.LATE, relief = Relief.SOMEWHAT),
                Intake(today, "paracétamol", 930u, IntakeStatus.TAKEN),
            )
            assertEquals(kept, journal.told<CareEvent.Intake>().map { it.intake }.toSet())

            // An hour later.
            taps("paracétamol")
            taps("bon effet après une heure")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("bon effet après une heure")
            assertEquals(Relief.GOOD, journal.told<CareEvent.Intake>().single { it.intake.medicine == "paracétamol" }.intake.relief)
            // Touched by mistake.
            taps("osimertinib, 8\u202fh\u202f00")
            taps(FormText.FORM_REMOVE)
            taps(FormText.FORM_REMOVE_YES)
            sees(FormText.FORM_REMOVED)
            assertNull(journal.dosesOn(today).single { it.medicine == "osimertinib" }.intake)
            taps(TreatmentText.TREATMENT_SEE_YESTERDAY)
            sees(TreatmentText.TREATMENT_DOSES_YESTERDAY)
            taps("C’est pris, osimertinib, 8\u202fh\u202f00")
            until("yesterday’s dose is kept") { journal.dosesOn(today.minusDays(1)).any { it.intake != null } }
        }
    }

    @Test
    fun a_medicine_with_pauses_is_told_with_its_slips_corrected() {
        lateinit var journal: Journal
        onOpen(with = { journal = this }) {
            taps(Text.PLACE_TREATMENT)
            taps(TreatmentText.MEDICINES_TITLE)
            sees(TreatmentText.MEDICINES_NONE)
            taps(TreatmentText.MEDICINES_ADD)
            taps(FormText.FORM_KEEP)
            sees("au moins un mot")
            types(TreatmentText.MEDICINES_NAME, "capécitabine")
            taps("contre la maladie")
            types(TreatmentText.MEDICINES_DOSE, "1500 mg")
            taps(TreatmentText.MEDICINES_WITH_PAUSES)
            types(TreatmentText.MEDICINES_TIMES, "8 h, 20 heures et demie")
            types(TreatmentText.MEDICINES_DAYS_ON, "14")
            types(TreatmentText.MEDICINES_DAYS_OFF, "zéro")
            taps(FormText.FORM_KEEP)
            looksAt("une heure, par exemple 09:30")
            picture("medicine-wrong")
            types(TreatmentText.MEDICINES_TIMES, "8 h, 20h30")
            taps(FormText.FORM_KEEP)
            sees("Horaires :")
            types(TreatmentText.MEDICINES_DAYS_OFF, "7")
            types(TreatmentText.MEDICINES_FROM, "30/11/2026")
            types(TreatmentText.MEDICINES_UNTIL, "29/11/2026")
            taps(FormText.FORM_KEEP)
            sees("un jour qui n’est pas avant le début")
            types(TreatmentText.MEDICINES_UNTIL, "")
            taps(FormText.FORM_KEEP)
            sees("14 jours sur 21")
            picture("medicines")
            val kept = Medicine(LocalDate.of(2026, 11, 30), "capécitabine", MedicineKind.ANTICANCER, "1500 mg", "08:00,20:30 14/7")
            assertEquals(listOf(kept), journal.told<CareEvent.Medicine>().map { it.medicine })

            taps("capécitabine (contre la maladie)")
            sees("08:00, 20:30")
            taps(TreatmentText.MEDICINES_AS_NEEDED)
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("au besoin")
            assertEquals("as-needed", journal.told<CareEvent.Medicine>().single().medicine.schedule)
        }
    }

    @Test
    fun changes_consents_and_wishes_are_told() {
        lateinit var journal: Journal
        onOpen(with = {
            some()
            journal = this
        }) {
            taps(Text.PLACE_TREATMENT)
            taps(TreatmentText.CHANGES_TITLE)
            sees("mal supporté")
            taps(TreatmentText.CHANGES_ADD)
            sees("osimertinib")
            taps("Dose réduite")
            types(TreatmentText.CHANGES_DAY, "hier")
            taps(FormText.FORM_KEEP)
            sees(DayText.DAY_NOT_READ)
            taps("À partir du, Hier")
            sees("dimanche")
            types(TreatmentText.CHANGES_NOTE, "Moins de fatigue espérée")
            picture("change-form")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("Moins de fatigue espérée")
            picture("changes")
            val change = TreatmentChange(today.minusDays(1), ChangeKind.DOSE_REDUCED, "osimertinib", note = "Moins de fatigue espérée")
            assertEquals(change, journal.told<CareEvent.Change>().last().change)
            taps(Text.BACK)

            taps(TreatmentText.PAPERS_TITLE)
            sees("Ma sœur")
            picture("papers")
            taps(TreatmentText.PAPERS_ADD_CONSENT)
            taps("Consentement à un essai")
            types(TreatmentText.PAPERS_ABOUT, "essai XL-092")
            types(TreatmentText.PAPERS_SIGNED, "24/11/2026")
            taps(FormText.FORM_KEEP)
            sees("un jour qui n’est pas dans l’avenir")
            sees("essai XL-092")
            types(TreatmentText.PAPERS_SIGNED, "23/11/2026")
            taps(FormText.FORM_KEEP)
            sees("signé le 23 novembre 2026")
            assertEquals(
                Consent(today, ConsentKind.TRIAL, "essai XL-092", today),
                journal.told<CareEvent.Consent>().last().consent,
            )
            taps(TreatmentText.PAPERS_ADD_WISH)
            taps("Directives anticipées")
            types(TreatmentText.PAPERS_PLACE, "chez le notaire")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("chez le notaire")
            assertEquals(Wish(today, WishKind.DIRECTIVES, place = "chez le notaire"), journal.told<CareEvent.Wish>().last().wish)
            taps(Text.BACK)
            sees(TreatmentText.TREATMENT_LINES)
            taps(Text.BACK)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun in_english_in_the_dark_and_large() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f, with = { some() }) {
        taps(Text.PLACE_TREATMENT)
        sees(TreatmentText.TREATMENT_DOSES)
        picture("treatment-large")
        taps(TreatmentText.MEDICINES_TITLE)
        taps(TreatmentText.MEDICINES_ADD)
        types(TreatmentText.MEDICINES_NAME, "capecitabine")
        picture("medicine-form-large")
    }
}
