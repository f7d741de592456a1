// Short choices side by side, as many as fit on a line.
package org.vigie.ui.look

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.wrapContentHeight
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

private val SHAPE = RoundedCornerShape(12.dp)

/** What stands side by side. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Chips(content: @Composable () -> Unit) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) { content() }
}

/**
 * One short choice, with a mark when it holds.
 *
 * @param role is a checkbox where several can hold.
 * @param about is said before it aloud, where the same choice stands on a screen more than once.
 */
@Composable
fun Chip(text: String, chosen: Boolean, act: () -> Unit, about: String? = null, role: Role = Role.RadioButton) {
    val palette = LocalPalette.current
    Text(
        if (chosen) "✓ $text" else text,
        Modifier.clip(SHAPE)
            .background(if (chosen) palette.chosen else palette.ground)
            .border(1.dp, if (chosen) palette.accent else palette.edge, SHAPE)
            .selectable(chosen, role = role, onClick = act)
            .semantics { contentDescription = listOfNotNull(about, text).joinToString() }
            .heightIn(min = 48.dp).widthIn(min = 48.dp)
            .wrapContentHeight().padding(horizontal = 14.dp, vertical = 8.dp),
        style = MaterialTheme.typography.bodyLarge,
    )
}
