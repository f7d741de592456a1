// Who can help, and what things are.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.vigie.Lang
import org.vigie.Profile
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import org.vigie.ui.support.SharedText
import org.vigie.ui.support.SupportText
import java.time.LocalDate

class SupportTest {
    private val directory = """
        kind,name,offers,web,phone,place,source,seen
        psychologist,Cabinet du port,"Écoute, pour vous et vos proches",,01 99 00 55 66,city:Brest,Page du cabinet,2024-01-15
        association,Marcher ensemble,Marche chaque mardi,https://exemple.fr,,city:Quimper,Affiche de la mairie,2026-10-01
    """.trimIndent()

    @Test
    fun help_is_found_by_place_and_called() = onOpen(with = { keepDirectory(directory.toByteArray()) }) {
        taps(SupportText.SUPPORT_TITLE)
        sees(SupportText.SUPPORT_FIND)
        picture("support")
        types(SupportText.SUPPORT_PLACE, "brest")
        taps(SupportText.SUPPORT_SEARCH)
        sees("Cabinet du port")
        sees(SupportText.SUPPORT_OWN)
        sees(SupportText.SUPPORT_OLD)
        sees("Page du cabinet")
        picture("support-found")
        tapsRow("Cabinet du port")
        assertEquals(1, phone.dialled.size)
        taps(Text.BACK)
        sees("brest")
        types(SupportText.SUPPORT_WORDS, "licorne")
        taps(SupportText.SUPPORT_SEARCH)
        sees(SharedText.DIRECTORY_NONE)
        taps(Text.BACK)
        sees("licorne")
        tapsRow("3114")
        assertEquals("3114", phone.dialled.last())
        taps(Text.BACK)
        sees(Text.TODAY_BESIDE)
    }

    @Test
    fun the_list_that_comes_along_by_kind_and_what_things_are() = onOpen(with = {
        setProfile(Profile(treatments = listOf(TreatmentLine(TreatmentKind.IMMUNOTHERAPY, started = LocalDate.of(2026, 9, 1)))))
    }) {
        taps(SupportText.SUPPORT_TITLE)
        taps("Ligne d’écoute")
        sees("3114")
        picture("support-lines")
        taps(Text.BACK)
        sees("Votre traitement")
        taps("Se faire aider")
        sees("Psychologue")
        picture("support-explained")
        taps(Text.BACK)
        sees(SupportText.SUPPORT_FIND)
    }

    @Test
    fun comfort_first_is_a_page_to_read_and_its_list_can_be_taken_and_given_back() {
        val phone = TestPhone(lang = Lang.EN)
        lateinit var list: () -> List<String>
        onOpen(phone, dark = true, scale = 2f, with = {
            setProfile(Profile(list = listOf("fatigue")))
            list = { profile().list }
        }) {
            taps(SupportText.SUPPORT_TITLE)
            sees(SupportText.SUPPORT_FIND)
            picture("support-english")
            taps(SharedText.COMFORT_TITLE)
            sees(SharedText.COMFORT_LIST)
            picture("support-comfort")
            taps(SupportText.SUPPORT_FOLLOW)
            sees(SupportText.SUPPORT_FOLLOWED)
            assertEquals("pain", list().first())
            taps(SupportText.SUPPORT_UNDO)
            sees(SupportText.SUPPORT_UNDONE)
            assertEquals(listOf("fatigue"), list())
            taps(Text.BACK)
            sees(SupportText.SUPPORT_FIND)
        }
    }
}
