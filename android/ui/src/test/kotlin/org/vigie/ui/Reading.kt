// The order in which a screen reader reads, and what it says of a state.
package org.vigie.ui

import androidx.compose.ui.layout.positionInRoot
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onRoot

/**
 * What is heard, in order: as TalkBack goes, through each part that is scrolled and then to what stands below it, from top to bottom, and in
 * a row from left to right.
 */
@OptIn(ExperimentalTestApi::class)
private fun ComposeUiTest.heard(): List<SemanticsNode> {
    val parts = inTree().groupBy { node -> node.ancestors().find { SemanticsProperties.VerticalScrollAxisRange in it.config }?.id }
    return parts.values.sortedBy { part -> if (part.first().isScrolled()) 0 else 1 }.flatMap { part -> part.sortedWith(::compare) }
}

/** The same in the order in which it was made, which is that of the keyboard too. */
@OptIn(ExperimentalTestApi::class)
private fun ComposeUiTest.inTree(): List<SemanticsNode> {
    fun below(node: SemanticsNode): List<SemanticsNode> = listOf(node).filter { it.isHeard() } + node.children.flatMap { below(it) }
    return below(onRoot().fetchSemanticsNode())
}

private fun SemanticsNode.isScrolled() = ancestors().any { SemanticsProperties.VerticalScrollAxisRange in it.config }

private fun SemanticsNode.isHeard() = says().isNotEmpty()

/** A description is said in place of what is written. */
private fun SemanticsNode.says(): String {
    val described = config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
    return described.ifEmpty { config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } }.joinToString(" ").trim()
}

private fun SemanticsNode.at() = layoutInfo.coordinates.positionInRoot()

/** Two that share some of their height stand in a row. */
private fun compare(one: SemanticsNode, other: SemanticsNode): Int {
    val (a, b) = one.at() to other.at()
    val inARow = a.y < b.y + other.size.height && b.y < a.y + one.size.height
    return if (inARow) a.x.compareTo(b.x) else a.y.compareTo(b.y)
}

/** What is wrong for whoever listens, in words. [title] is how the screen is called; [back] is the button that leads back. */
@OptIn(ExperimentalTestApi::class)
fun ComposeUiTest.faultsOfReading(back: String): List<String> {
    val made = inTree()
    val heard = heard()
    return listOfNotNull(
        made.zip(heard).find { (one, other) ->
            one.id != other.id
        }?.let { (one, other) -> "'${one.says()}' is made before '${other.says()}'" },
        // The way back may come first, then the title.
        heard.firstOrNull {
            it.says() != back
        }?.takeIf { SemanticsProperties.Heading !in it.config }?.let { "'${it.says()}' comes before the title" },
        "there are several ways back".takeIf { heard.count { it.says() == back } > 1 },
    ) + heard.mapNotNull(::stateUnsaid) + heard.zipWithNext().mapNotNull { (before, node) -> far(before, node) }
}

private fun stateUnsaid(node: SemanticsNode): String? {
    val config = node.config
    val missing = when (config.getOrNull(SemanticsProperties.Role)) {
        Role.RadioButton, Role.Tab -> SemanticsProperties.Selected !in config
        Role.Checkbox, Role.Switch -> SemanticsProperties.ToggleableState !in config
        else -> SemanticsActions.SetText in config && SemanticsProperties.EditableText !in config
    }
    return "'${node.says()}' does not say its state".takeIf { missing }
}

/** What is told at once stands below the title or right below the field that it is about, which tells it too. */
private fun far(before: SemanticsNode, told: SemanticsNode): String? {
    if (told.config.getOrNull(SemanticsProperties.LiveRegion) != LiveRegionMode.Assertive) return null
    val near = SemanticsProperties.Heading in before.config || before.config.getOrNull(SemanticsProperties.Error) == told.says()
    return "'${told.says()}' is told far from what it is about, after '${before.says()}'".takeUnless { near }
}
