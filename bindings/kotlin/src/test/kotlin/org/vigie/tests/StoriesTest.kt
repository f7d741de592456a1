// The stories of tests/stories, each one test: what happens to a person and their journal, the same in every language.
package org.vigie.tests

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.createDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.readText

@OptIn(ExperimentalPathApi::class)
class StoriesTest {
    @TempDir
    lateinit var dir: Path

    @TestFactory
    fun stories(): List<DynamicTest> {
        val table = Path.of(System.getProperty("vigie.root"), "tests/stories/stories.json")
        return (Json.parseToJsonElement(table.readText()) as JsonArray).mapIndexed { number, json ->
            val story = Fields(json as JsonObject)
            dynamicTest(story.text("name")) {
                val needs = story.maybeText("needs")
                val steps = story.get("steps") { it as JsonArray }
                story.done()
                val place = folder(needs).resolve("story $number")
                try {
                    tell(steps, place.createDirectories())
                } finally {
                    // The next one on a small disk needs the room.
                    place.deleteRecursively()
                }
            }
        }
    }

    private fun folder(needs: String?): Path = when (needs) {
        null -> dir
        "small-disk" -> {
            val disk = System.getenv("VIGIE_SMALL_DISK")
            assumeTrue(disk != null, "skipped: VIGIE_SMALL_DISK names no small disk")
            Path.of(disk)
        }
        else -> error("not known here: needs '$needs'")
    }

    private fun tell(steps: List<JsonElement>, folder: Path) {
        check(Files.list(folder).use { it.findAny().isEmpty }) { "$folder is not empty" }
        Story(folder).use { story ->
            steps.forEachIndexed { index, json ->
                runCatching { story.step(Fields(json as JsonObject)) }
                    .onFailure { throw AssertionError("step ${index + 1}, $json:\n  ${it.message ?: it}", it) }
            }
        }
    }
}
