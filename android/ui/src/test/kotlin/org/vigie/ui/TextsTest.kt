// That every text of the screens is there, in both languages, and none is there for nothing.
package org.vigie.ui

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Lang
import java.io.File

class TextsTest {
    private fun messages(lang: Lang): List<String> {
        val folder = File(System.getProperty("vigie.root"), "core/words/locales/${lang.name.lowercase()}")
        val files = folder.listFiles { file -> file.name.startsWith("app") }.orEmpty().sorted()
        return files.flatMap { it.readLines() }.mapNotNull { Regex("^(app-[a-z0-9-]+) =").find(it)?.groupValues?.get(1) }
    }

    @Test
    fun the_screens_and_the_files_name_the_same() {
        val named = (ALL_TEXTS + ALL_PHRASES).map { it.id }
        assertEquals("an id stands twice", named.size, named.toSet().size)
        // Others say what the command and the report say as well.
        for (lang in Lang.entries) assertEquals(named.filter { it.startsWith("app-") }.sorted(), messages(lang).sorted())
    }

    @Test
    fun each_is_said_and_holds_no_value_that_nobody_gives() = runBlocking {
        for (lang in Lang.entries) {
            val texts = Texts.of(lang)
            for (text in ALL_TEXTS) assertTrue(text.id, texts[text].isNotBlank() && "{" !in texts[text] && texts[text] != text.id)
        }
    }
}
