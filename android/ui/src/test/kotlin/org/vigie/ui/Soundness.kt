// What holds of every screen: nothing is cut off or lies over something else, and whatever can be touched is large enough and says
// what it is.
package org.vigie.ui

import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.text.TextLayoutResult

/** The least that a finger hits, in dp. */
private const val FINGER = 48

/** What is wrong with the screen as it stands, in words. */
@OptIn(ExperimentalTestApi::class)
fun ComposeUiTest.faults(): List<String> {
    val any = SemanticsMatcher("any") { true }
    val touched = onAllNodes(any).fetchSemanticsNodes().filter { it.isTouched() }
    val texts = onAllNodes(any, useUnmergedTree = true).fetchSemanticsNodes().mapNotNull { node -> node.laidOut()?.let { node to it } }
    return touched.flatMap(::faultsOfTouched) + texts.flatMap { (node, laid) -> faultsOfText(node, laid) } +
        overlaps(texts.map { it.first })
}

private fun SemanticsNode.isTouched() =
    listOf(SemanticsActions.OnClick, SemanticsActions.SetProgress, SemanticsActions.SetText).any { it in config }

/** What it lies in, from within. */
internal fun SemanticsNode.ancestors() = generateSequence(parent) { it.parent }

private fun SemanticsNode.name(): String {
    val described = config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
    return (described + config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }).joinToString(" ").trim()
}

private fun faultsOfTouched(node: SemanticsNode): List<String> {
    val name = node.name()
    val isField = SemanticsActions.SetText in node.config
    val isScale = SemanticsActions.SetProgress in node.config
    return listOfNotNull(
        "something at ${node.place()} has no name".takeIf { name.isEmpty() },
        "'$name' is ${node.size.width} by ${node.size.height}".takeIf { node.size.width < FINGER || node.size.height < FINGER },
        "'$name' has no role".takeIf { !isField && !isScale && SemanticsProperties.Role !in node.config },
        "'$name' says no state".takeIf { isScale && SemanticsProperties.StateDescription !in node.config },
    )
}

/** Where it would be if nothing were scrolled out of sight. */
private fun SemanticsNode.place(): Rect {
    val at = positionInRoot
    return Rect(at.x, at.y, at.x + size.width, at.y + size.height)
}

private fun SemanticsNode.laidOut(): TextLayoutResult? {
    val results = mutableListOf<TextLayoutResult>()
    config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(results)
    return results.firstOrNull()
}

private fun faultsOfText(node: SemanticsNode, laid: TextLayoutResult): List<String> = listOfNotNull(
    "'${laid.layoutInput.text}' is cut off".takeIf { laid.isCutOff() && SemanticsActions.SetText !in node.config },
    "'${laid.layoutInput.text}' breaks within a word".takeIf { laid.breaksAWord() },
)

/** By more than the fraction of a pixel that rounding takes. */
private fun TextLayoutResult.isCutOff(): Boolean =
    multiParagraph.height > size.height + 1 || (0 until lineCount).any { getLineRight(it) - getLineLeft(it) > size.width + 1 }

/** A line that ends in the middle of a word or a number: it is wider than the screen. */
private fun TextLayoutResult.breaksAWord(): Boolean {
    val text = layoutInput.text.text
    return (0 until lineCount - 1).any { line ->
        val end = getLineEnd(line)
        end in 1 until text.length && text[end - 1].isLetterOrDigit() && text[end].isLetterOrDigit() && !isAnAddress(text, end)
    }
}

/** The address of a page, the name of a file and a name in code break wherever the line ends: they are no words. */
private fun isAnAddress(text: String, at: Int): Boolean {
    val whole = text.take(at).takeLastWhile { !it.isWhitespace() } + text.drop(at).takeWhile { !it.isWhitespace() }
    return ADDRESS.containsMatchIn(whole)
}

private val ADDRESS = Regex("/|[.]\\w|\\w_\\w|`")

/** Of texts that are scrolled together: one that is scrolled away lies under nothing. */
private fun overlaps(nodes: List<SemanticsNode>): List<String> =
    nodes.filter { it.name().isNotEmpty() && it.hasAPlace() }.groupBy { it.scrolled() }.values.flatMap { together ->
        val places = together.map { it.name() to it.place().deflate(1f) }
        places.indices.flatMap { one ->
            (one + 1 until places.size).mapNotNull { other ->
                val (a, b) = places[one] to places[other]
                "'${a.first}' and '${b.first}' lie over each other".takeIf { a.second.overlaps(b.second) }
            }
        }
    }

/** What a long list keeps beyond its edge to be made again stands where it last was. */
private fun SemanticsNode.hasAPlace() =
    layoutInfo.isPlaced && (!boundsInRoot.isEmpty || ancestors().none { SemanticsActions.ScrollToIndex in it.config })

/** What it is scrolled with, if anything. */
private fun SemanticsNode.scrolled(): Int? = ancestors().find { SemanticsProperties.VerticalScrollAxisRange in it.config }?.id
