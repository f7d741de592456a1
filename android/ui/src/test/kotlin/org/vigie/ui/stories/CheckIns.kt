// A person who fills in a check-in until it says what a story says.
package org.vigie.ui.stories

import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Item
import org.vigie.PainDetail
import org.vigie.PainSite
import org.vigie.itemKind
import org.vigie.tests.story.answer
import org.vigie.tests.story.entry
import org.vigie.tests.story.list
import org.vigie.tests.story.stories
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.body.BodyText
import org.vigie.ui.checkin.CheckInState
import org.vigie.ui.checkin.Question

private val Person.checkIn: CheckInState
    get() = at<Screen.CheckIn>().model.state

/** What has to be on the [list] for such an entry to be answered: a place is found once any pain is asked about. */
internal fun askedFor(entry: DailyEntry, list: List<Item>): List<Item> {
    val (places, rest) = entry.answers.keys.partition { itemKind(it).site != null }
    val hurts = places.isNotEmpty() || entry.pains.isNotEmpty() || entry.painkillers.isNotEmpty()
    return rest + listOf("pain").filter { hurts && list.none { item -> itemKind(item).isPain } }
}

/** Answers until the check-in that is shown says this, all on one page. */
internal fun Person.fills(wanted: DailyEntry) {
    soonIdle()
    sees(Text.CHECK_IN_WORDS.takeIf { checkIn.onePage } ?: Text.CHECK_IN_ONE_PAGE)
    if (!checkIn.onePage) taps(Text.CHECK_IN_ONE_PAGE)
    wanted.sameAsBefore.filter { it !in checkIn.same }.forEach(::takesOver)
    wanted.answers.filter { (item, answer) -> checkIn.answers[item] != answer || (item in checkIn.same && item !in wanted.sameAsBefore) }
        .forEach { (item, answer) -> answers(item, answer) }
    (checkIn.answers.keys - wanted.answers.keys).forEach(::answersNothing)
    wanted.pains.forEach { (site, detail) -> describes(site, detail) }
    if (wanted.state != checkIn.general) taps(checkIn.generals[checkNotNull(wanted.state ?: checkIn.general)])
    writes(Text.CHECK_IN_TEMPERATURE, checkIn.temperature, wanted.temperature?.let(texts::measured))
    writes(Text.CHECK_IN_WEIGHT, checkIn.weight, wanted.weight?.let(texts::measured))
    val signs = checkIn.signs.filter { (it.alarm in wanted.ticks) != (it.alarm in checkIn.ticks) }
    signs.forEach { taps(it.name) }
    wanted.painkillers.drop(checkIn.painkillers.size).forEach { taken ->
        taps(BodyText.BODY_ADD_PAINKILLER)
        types(BodyText.BODY_PAINKILLER, taken.name)
        taken.helped?.let { taps("${taken.name}, " + texts[if (it) BodyText.BODY_HELPED else BodyText.BODY_NOT_HELPED]) }
    }
    if ((wanted.administration != null) != checkIn.treated) taps(Text.CHECK_IN_TREATED)
    if (checkIn.treated) writes(Text.CHECK_IN_TREATMENT, checkIn.treatment, wanted.administration?.name)
    writes(Text.CHECK_IN_WORDS, checkIn.note, wanted.note)
    writes(Text.CHECK_IN_QUESTION, checkIn.question, wanted.question)
}

/** Notes it, and says that a number is meant as it is when that is asked. */
internal fun Person.notes() {
    taps(Text.CHECK_IN_NOTE)
    soonIdle()
    val asked = (app().screen as? Screen.CheckIn)?.model?.state?.slips.orEmpty()
    if (asked.isNotEmpty() && asked.values.none { it.impossible }) taps(Text.CHECK_IN_NOTE_AS_IS)
    soonIdle()
}

private fun Person.writes(field: Text, stands: String, wanted: String?) {
    if (stands != wanted.orEmpty()) types(field, wanted.orEmpty())
}

private fun Person.question(item: Item): Question = checkNotNull(checkIn.questions.find { it.item == item }) { "$item is not asked" }

/** In the order in which they stand on the page. */
private fun Person.onThePage(): List<Question> = checkIn.questions.filter { it.site == null } + checkIn.questions.filter { it.site != null }

private fun Person.takesOver(item: Item) {
    val offer = checkNotNull(question(item).yesterday) { "nothing of yesterday for $item" }.offer
    val same = onThePage().filter { it.yesterday?.offer == offer && it.item !in checkIn.same }
    taps(offer, same.indexOfFirst { it.item == item })
}

private fun Person.answers(item: Item, answer: Answer) {
    if (answer is Answer.Skipped) return passes(item)
    val site = itemKind(item).site
    if (site != null && checkIn.questions.none { it.item == item }) finds(site)
    rates(question(item).name, (answer as Answer.Rated).rating)
}

/** Passes over it, or takes that back. */
private fun Person.passes(item: Item) {
    val skipped = checkIn.answers[item] is Answer.Skipped
    val alike = onThePage().filter { it.asked && (checkIn.answers[it.item] is Answer.Skipped) == skipped }
    taps(texts[if (skipped) Text.CHECK_IN_SKIPPED else Text.CHECK_IN_SKIP], alike.indexOfFirst { it.item == item })
}

private fun Person.answersNothing(item: Item) {
    if (checkIn.answers[item] !is Answer.Skipped) passes(item)
    passes(item)
}

/** Finds the place on the list. */
private fun Person.finds(site: PainSite) {
    val zone = checkIn.zones.first { it.site == site }
    if (checkIn.look.view != null) taps(BodyText.BODY_LIST)
    if (checkIn.look.group != zone.group) taps(groupTitle(zone.group))
    taps(zone.name)
}

private fun Person.describes(site: PainSite, detail: PainDetail) {
    val asked = checkNotNull(checkIn.questions.find { it.site == site }) { "$site is not asked" }
    if (site !in checkIn.chosenSites) finds(site)
    val before = checkIn.pains[site] ?: PainDetail()
    val quality = detail.quality
    if (quality != before.quality && quality != null) taps("${asked.name}, ${words.quality(quality)}")
    val places = checkIn.questions.filter { it.site in checkIn.chosenSites }
    if (detail.wakesAtNight != before.wakesAtNight) taps(texts[BodyText.BODY_WAKES], places.indexOf(asked))
}
