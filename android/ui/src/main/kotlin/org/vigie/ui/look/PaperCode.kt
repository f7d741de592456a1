// A recovery code, as it is copied onto paper.
package org.vigie.ui.look

import androidx.compose.foundation.text.selection.DisableSelection
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable

/** Two groups a line. It belongs on paper, not on a clipboard that other apps read. */
@Composable
fun PaperCode(code: String) {
    Card {
        DisableSelection {
            code.split('-').chunked(2).forEach { Body(it.joinToString("  "), MaterialTheme.typography.headlineMedium) }
        }
    }
}
