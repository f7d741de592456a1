// Where it hurts: touched on the figure or chosen in the list, and corrected afterwards.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.Lang
import org.vigie.PainDetail
import org.vigie.PainQuality
import org.vigie.Painkiller
import org.vigie.Profile
import org.vigie.Words
import org.vigie.regions
import org.vigie.ui.body.BodyText
import org.vigie.ui.body.size
import org.vigie.ui.body.zones

class BodyTest {
    @Test
    fun every_place_has_its_spot_and_a_finger_tells_them_apart() {
        val zones = zones(Words(Lang.FR))
        assertEquals(regions().sumOf { if (it.hasSides) 2L else 1L }, zones.map { it.site }.distinct().size.toLong())
        for ((view, places) in zones.groupBy { it.view }) {
            for (one in places) {
                assertTrue("$one", one.at.x in 0f..view.size().width && one.at.y in 0f..view.size().height)
                // A unit is 3 dp on a screen of 360.
                val nearest = places.filter { it != one }.minOf { (it.at - one.at).getDistance() * 3 }
                assertTrue("$one has another at $nearest dp", nearest >= 32)
            }
        }
        // Looked at from the front, the person's right is at the left; from behind it is the other way.
        val right = zones.filter { it.site in setOf("shoulder-right", "eye-right", "calf-right") }.map { it.at.x < 50 }
        assertEquals(listOf(true, true, false), right.sortedDescending())
    }

    private fun Journal.asksPain() = setProfile(Profile(list = listOf("pain", "pain:hip-left")))

    private fun Person.onePage() {
        taps(Text.TODAY_CHECK_IN)
        taps(Text.CHECK_IN_ONE_PAGE)
        sees(BodyText.BODY_TITLE)
    }

    /** Answers the same, wherever the place was chosen, and gives what was noted. */
    private fun noted(choose: Person.() -> Unit): DailyEntry {
        lateinit var journal: Journal
        lateinit var entry: DailyEntry
        onOpen(with = {
            journal = this
            asksPain()
        }) {
            onePage()
            choose()
            sees("✓ Douleur, épaule droite")
            rates("Douleur, épaule droite", 6)
            taps("Douleur, épaule droite, brûlure")
            taps(BodyText.BODY_WAKES)
            picture("body-pain")
            taps(BodyText.BODY_ADD_PAINKILLER)
            types(BodyText.BODY_PAINKILLER, "Doliprane")
            taps("Doliprane, " + said(BodyText.BODY_HELPED))
            taps(BodyText.BODY_ADD_PAINKILLER)
            picture("body-painkillers")
            taps(Text.CHECK_IN_NOTE)
            sees(Text.TODAY_BESIDE)
            entry = journal.entries().single().entry
        }
        return entry
    }

    @Test
    fun the_map_and_the_list_give_the_same_entry() {
        val onTheMap = noted {
            picture("body-front")
            taps(BodyText.BODY_BACK)
            taps("Talon gauche")
            picture("body-heel")
            taps("Talon gauche")
            taps("Milieu du dos")
            picture("body-back")
            taps("Milieu du dos")
            taps(BodyText.BODY_FRONT)
            taps("Genou gauche")
            sees("✓ Douleur, genou gauche")
            taps("Genou gauche")
            taps("Épaule droite")
            picture("body-chosen")
            taps(BodyText.BODY_ENLARGE_HEAD)
            sees(BodyText.BODY_HOW)
            picture("body-head")
        }
        val inTheList = noted {
            taps(BodyText.BODY_LIST)
            isFolded(BodyText.BODY_GROUP_ARMS)
            taps(BodyText.BODY_GROUP_ARMS)
            isUnfolded(BodyText.BODY_GROUP_ARMS)
            taps("Épaule droite")
            picture("body-list")
        }
        assertEquals(onTheMap, inTheList)
        assertEquals(Answer.Rated(6), onTheMap.answers["pain:shoulder-right"])
        assertEquals(mapOf("shoulder-right" to PainDetail(PainQuality.BURNING, true)), onTheMap.pains)
        assertEquals(listOf(Painkiller("Doliprane", true)), onTheMap.painkillers)
        assertTrue("what was asked and not answered is left out", "pain:hip-left" !in onTheMap.answers)
    }

    @Test
    fun a_correction_and_an_interruption_keep_them() {
        lateinit var journal: Journal
        val pains = mapOf("wrist-left" to PainDetail(null, true), "hip-left" to PainDetail(), "calf-both" to PainDetail(PainQuality.ACHING))
        val answers = mapOf("pain:wrist-left" to Answer.Rated(4), "pain:calf-both" to Answer.Rated(2))
        val taken = listOf(Painkiller("Paracétamol", null), Painkiller("Tramadol", false))
        onOpen(with = {
            journal = this
            asksPain()
            keepDraft(DailyEntry(today().day, answers, pains = pains, painkillers = taken))
        }) {
            // What was begun is there, and goes to its place when it is noted.
            taps(Text.TODAY_GO_ON)
            taps(Text.CHECK_IN_ONE_PAGE)
            sees("(poignet gauche)")
            taps(Text.CHECK_IN_NOTE)
            sees(Text.TODAY_BESIDE)
        }
        val entry = journal.entries().single().entry
        assertEquals(pains, entry.pains)
        assertEquals(answers, entry.answers)
        assertEquals(taken, entry.painkillers)
    }

    @Test
    fun what_is_changed_in_a_correction_is_changed_and_the_rest_stays() {
        lateinit var journal: Journal
        onOpen(with = {
            journal = this
            asksPain()
            val pains = mapOf("calf-both" to PainDetail(PainQuality.ACHING))
            val taken = listOf(Painkiller("Tramadol", false))
            record(DailyEntry(today().day, mapOf("pain:calf-both" to Answer.Rated(2)), pains = pains, painkillers = taken))
        }) {
            taps(Text.TODAY_CHANGE)
            taps(Text.CHECK_IN_ONE_PAGE)
            rates("Douleur, les deux mollets", 3)
            taps(Text.CHECK_IN_NOTE)
            sees(Text.TODAY_BESIDE)
            val entry = journal.entries().single().entry
            assertEquals(Answer.Rated(3), entry.answers["pain:calf-both"])
            assertEquals(mapOf("calf-both" to PainDetail(PainQuality.ACHING)), entry.pains)
            assertEquals(listOf(Painkiller("Tramadol", false)), entry.painkillers)
            // Taken back altogether.
            taps(Text.TODAY_CHANGE)
            taps(said(BodyText.BODY_REMOVE) + ", Douleur, les deux mollets")
            taps(Text.CHECK_IN_NOTE)
            sees(Text.TODAY_BESIDE)
            assertTrue(journal.entries().single().entry.pains.isEmpty())
        }
    }

    @Test
    fun who_has_no_pain_is_not_asked_where() = onOpen(with = { setProfile(Profile(list = listOf("fatigue"))) }) {
        taps(Text.TODAY_CHECK_IN)
        taps(Text.CHECK_IN_ONE_PAGE)
        sees(Text.CHECK_IN_MEASURES)
        assertTrue(said(BodyText.BODY_TITLE) !in shown())
    }

    @Test
    fun large_letters_in_english_by_night() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f, with = { asksPain() }) {
        onePage()
        taps("Right shoulder")
        picture("body-english")
        taps(BodyText.BODY_WAKES)
        picture("body-english-pain")
    }
}
