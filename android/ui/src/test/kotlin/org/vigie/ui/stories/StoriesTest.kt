// The stories of tests/stories, gone through by a person who taps and types.
package org.vigie.ui.stories

import org.junit.Assert.assertEquals
import org.junit.AssumptionViolatedException
import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import org.vigie.tests.story.Fields
import org.vigie.tests.story.StoryTold
import org.vigie.tests.story.stories
import org.vigie.ui.TestPhone
import org.vigie.ui.onScreen
import java.nio.file.Files

@RunWith(Parameterized::class)
class StoriesTest(private val told: StoryTold) {
    @Test
    fun is_gone_through_on_the_screens() {
        val disk = told.disk { throw AssumptionViolatedException(it) }
        val home = disk?.let { Files.createTempDirectory(it, "story") } ?: Files.createTempDirectory("story")
        try {
            onScreen(TestPhone(home.resolve(TappedStory.FIRST_PHONE))) {
                val story = TappedStory(this, home)
                told.steps.forEachIndexed { index, step ->
                    runCatching { story.step(Fields(step)) }
                        .onFailure { throw AssertionError("step ${index + 1}, $step:\n  ${it.message ?: it}", it) }
                }
                assertEquals("what was not done on the screens", UNTAPPED[told.name].orEmpty(), story.untapped)
            }
        } finally {
            // The next one on a small disk needs the room.
            home.toFile().deleteRecursively()
        }
    }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun all(): List<Array<Any>> {
            val stories = stories()
            assertEquals("stories that are no more", emptySet<String>(), UNTAPPED.keys - stories.map { it.name }.toSet())
            return stories.map { arrayOf(it) }
        }
    }
}
