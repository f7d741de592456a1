// The frame of a screen that may be very long: only what is seen of it is made.
package org.vigie.ui.look

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.LazyListState
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp

/**
 * As [Page], with a list in it.
 *
 * @param list is where the list stands; one who comes back to it finds it there.
 */
@Composable
fun ListPage(
    title: String,
    going: Going,
    back: () -> Unit,
    list: LazyListState = rememberLazyListState(),
    bottom: (@Composable ColumnScope.() -> Unit)? = null,
    content: LazyListScope.() -> Unit,
) {
    LaunchedEffect(going.problem) { if (going.problem != null) list.requestScrollToItem(0) }
    Column(
        Modifier.fillMaxSize().background(LocalPalette.current.ground).windowInsetsPadding(WindowInsets.safeDrawing),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        LazyColumn(
            Modifier.weight(1f).widthIn(max = 560.dp).fillMaxWidth(),
            list,
            PaddingValues(start = EDGE, end = EDGE, bottom = GAP),
            verticalArrangement = Arrangement.spacedBy(GAP),
        ) {
            item {
                TopBar(title, back, edge = 0.dp)
                going.problem?.let { Notice(it) }
            }
            content()
        }
        Foot(going, bottom)
    }
}
