// The stories of tests/stories, each one test: what happens to a person and their journal, the same in every language.
package org.vigie.tests

import kotlinx.serialization.json.JsonObject
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import org.opentest4j.TestAbortedException
import org.vigie.tests.story.Fields
import org.vigie.tests.story.stories
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.createDirectories
import kotlin.io.path.deleteRecursively

@OptIn(ExperimentalPathApi::class)
class StoriesTest {
    @TempDir
    lateinit var dir: Path

    @TestFactory
    fun all(): List<DynamicTest> = stories().mapIndexed { number, story ->
        dynamicTest(story.name) {
            val disk = story.disk { throw TestAbortedException(it) } ?: dir
            val place = disk.resolve("story $number")
            try {
                tell(story.steps, place.createDirectories())
            } finally {
                // The next one on a small disk needs the room.
                place.deleteRecursively()
            }
        }
    }

    private fun tell(steps: List<JsonObject>, folder: Path) {
        check(Files.list(folder).use { it.findAny().isEmpty }) { "$folder is not empty" }
        Story(folder).use { story ->
            steps.forEachIndexed { index, json ->
                runCatching { story.step(Fields(json)) }
                    .onFailure { throw AssertionError("step ${index + 1}, $json:\n  ${it.message ?: it}", it) }
            }
        }
    }
}
