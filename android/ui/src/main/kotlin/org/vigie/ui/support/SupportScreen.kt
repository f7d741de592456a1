// The screens of support.
package org.vigie.ui.support

import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.ListPage
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.support.SupportText as Text

/** Numbers first, then who can help, then what things are. */
@Composable
fun SupportScreen(model: SupportModel, leave: () -> Unit) {
    val going = Going(model.busy, model.problem)
    val back = { model.back(leave) }
    val state = model.state
    val found = state.found
    val topic = state.topic
    val comfort = state.comfort
    when {
        found != null -> Helpers(model, found, going, back)
        topic != null -> Explained(topic, going, back)
        comfort != null -> Comfort(model, comfort, going, back)
        else -> Root(model, going, back)
    }
}

@Composable
private fun Root(model: SupportModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    Page(texts[Text.SUPPORT_TITLE], going, back) {
        if (!state.loaded) return@Page
        Heading(texts[Text.SUPPORT_FIND])
        Field(
            texts[Text.SUPPORT_PLACE],
            state.place,
            { typed -> model.type { copy(place = typed) } },
            hint = texts[Text.SUPPORT_PLACE_HINT],
        )
        Field(texts[Text.SUPPORT_WORDS], state.words, { typed -> model.type { copy(words = typed) } })
        Primary(texts[Text.SUPPORT_SEARCH], { model.find(null) })
        Heading(texts[Text.SUPPORT_URGENT])
        state.numbers.forEach { number -> Secondary("${number.number}\n${number.text}", { model.call(number.number) }) }
        Heading(texts[Text.SUPPORT_KINDS])
        state.categories.forEach { Quiet(it.title, { model.find(it) }) }
        Heading(texts[Text.SUPPORT_UNDERSTAND])
        if (state.yours.isNotEmpty()) {
            Card {
                Body(texts[Text.SUPPORT_YOURS], MaterialTheme.typography.titleMedium)
                state.yours.forEach { passage ->
                    Body(passage.title, MaterialTheme.typography.titleMedium)
                    passage.lines.forEach { Body(it) }
                }
            }
        }
        state.topics.forEach { Quiet(it.title, { model.open(it) }) }
        Quiet(texts[SharedText.COMFORT_TITLE], model::openComfort)
    }
}

@Composable
private fun Helpers(model: SupportModel, found: Found, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(found.title, going, back) {
        item {
            if (found.helpers.isEmpty()) Body(texts[SharedText.DIRECTORY_NONE]) else Small(found.count)
        }
        if (found.own) item { Small(texts[Text.SUPPORT_OWN]) }
        items(found.helpers) { OneHelper(model, it) }
        item { Small(texts[SharedText.DIRECTORY_NOTE]) }
    }
}

@Composable
private fun OneHelper(model: SupportModel, helper: Helper) {
    val texts = LocalTexts.current
    Card {
        Body(helper.name, MaterialTheme.typography.titleMedium)
        Small(helper.category)
        Body(helper.offers)
        helper.facts.forEach { Body(it, MaterialTheme.typography.bodyMedium) }
        val phone = helper.phone
        val call = helper.call
        if (phone != null && call != null) Secondary(call, { model.call(phone) }, name = helper.spokenCall)
        Small("${helper.source}\n${helper.checked}")
        if (helper.old) Body(texts[Text.SUPPORT_OLD], MaterialTheme.typography.bodyMedium)
    }
}

@Composable
private fun Explained(topic: Topics, going: Going, back: () -> Unit) {
    ListPage(topic.title, going, back) {
        items(topic.list) {
            Card {
                Body(it.title, MaterialTheme.typography.titleMedium)
                Body(it.text)
            }
        }
    }
}

/** A page to read at one's own pace; nothing on it has to be done. */
@Composable
private fun Comfort(model: SupportModel, page: ComfortPage, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[SharedText.COMFORT_TITLE], going, back, top = page.done) {
        page.done?.let { Notice(it) }
        Body(page.introduction)
        Heading(texts[SharedText.COMFORT_FORWARD])
        page.forward.forEach { passage ->
            Card {
                Body(passage.title, MaterialTheme.typography.titleMedium)
                passage.lines.forEach { Body(it) }
            }
        }
        Heading(texts[SharedText.COMFORT_QUESTIONS])
        page.questions.forEach { Body(it) }
        Heading(texts[SharedText.COMFORT_LIST])
        page.items.forEach { Body(it) }
        if (page.before == null) {
            Secondary(texts[Text.SUPPORT_FOLLOW], model::follow)
        } else {
            Secondary(texts[Text.SUPPORT_UNDO], model::undo)
        }
    }
}
