// Trials: a profile, a registry's file, what was found, and the page to bring.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.vigie.Lang
import org.vigie.ui.trials.TrialsText
import org.vigie.ui.trials.TrialsText.TRIALS_TITLE

class TrialsTest {
    @Test
    fun a_shortlist_is_read_looked_at_and_made_a_page() = onOpen {
        taps(TRIALS_TITLE)
        sees(TrialsText.TRIALS_KNOW)
        picture("trials")
        phone.picked = REGISTRY.toByteArray()
        taps(TrialsText.TRIALS_SEARCH)
        sees(TrialsText.TRIALS_PROFILE_NONE)
        picture("trials-no-profile")
        phone.picked = """{"conditions": 3}""".toByteArray()
        taps(TrialsText.TRIALS_PROFILE)
        sees("conditions")
        picture("trials-bad-profile")
        phone.picked = PROFILE.toByteArray()
        taps(TrialsText.TRIALS_PROFILE)
        sees(TrialsText.TRIALS_PROFILE_KEPT)
        phone.picked = "no registry".toByteArray()
        taps(TrialsText.TRIALS_SEARCH)
        sees("JSON")
        phone.picked = REGISTRY.toByteArray()
        taps(TrialsText.TRIALS_SEARCH)
        sees("1 essai sur 2 fiches lues")
        picture("trials-found")
        taps("Voir, NCT00000001")
        sees(TrialsText.TRIALS_JUDGE)
        sees("Fiche du 17 mars 2026")
        sees("Pregnancy")
        picture("trials-one")
        taps(Text.BACK)
        taps(TrialsText.TRIALS_PAGE)
        sees(TrialsText.TRIALS_PAGE_DONE)
        assertEquals("%PDF", checkNotNull(phone.files["vigie-trials-2026-11-23.pdf"]).decodeToString(0, 4))
        taps(Text.BACK)
        taps(TrialsText.TRIALS_PROFILE_FORGET)
        sees(TrialsText.TRIALS_PROFILE_FORGOTTEN)
    }

    @Test
    fun large_letters_in_english_by_night() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f) {
        taps(TRIALS_TITLE)
        sees(TrialsText.TRIALS_KNOW)
        picture("trials-english")
    }

    companion object {
        const val PROFILE = """{"conditions": ["cancer du sein"], "country": "FR", "age": 58, "sex": "female"}"""

        private fun study(number: String, title: String, status: String) = """{"protocolSection": {
            "identificationModule": {"nctId": "$number", "briefTitle": "$title"},
            "statusModule": {"overallStatus": "$status", "lastUpdatePostDateStruct": {"date": "2026-03-17"}},
            "conditionsModule": {"conditions": ["Breast Cancer"]},
            "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]},
            "eligibilityModule": {"sex": "FEMALE", "minimumAge": "18 Years", "healthyVolunteers": false,
                "eligibilityCriteria": "Inclusion Criteria:\n\n* ECOG 0 or 1\n\nExclusion Criteria:\n\n* Pregnancy"},
            "contactsLocationsModule": {"locations": [
                {"facility": "Centre Exemple", "city": "Lyon", "country": "France", "status": "RECRUITING"}]}
        }}"""

        val REGISTRY = """{"studies": [${study("NCT00000001", "An Example of a Trial", "RECRUITING")},
            ${study("NCT00000002", "Another that is over", "COMPLETED")}]}"""
    }
}
