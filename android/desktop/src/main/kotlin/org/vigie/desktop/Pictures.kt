// A photo as it can be drawn: upright, and no larger than it has to be.
package org.vigie.desktop

import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.toComposeImageBitmap
import org.jetbrains.skia.Codec
import org.jetbrains.skia.Data
import org.jetbrains.skia.FilterMipmap
import org.jetbrains.skia.FilterMode
import org.jetbrains.skia.Image
import org.jetbrains.skia.MipmapMode
import org.jetbrains.skia.Rect
import org.jetbrains.skia.Surface
import org.vigie.ui.MOST_PIXELS
import kotlin.math.max
import kotlin.math.roundToInt

/** The picture, with no side longer than [longest]. Null when it is none, or larger than any photo. */
internal fun pictured(bytes: ByteArray, longest: Int): ImageBitmap? = try {
    val size = Data.makeFromBytes(bytes).use { data -> Codec.makeFromData(data).use { it.size } }
    if (size.x.toLong() * size.y > MOST_PIXELS) null else Image.makeFromEncoded(bytes).use { scaled(it, longest) }
} catch (_: IllegalArgumentException) {
    // So Skia says that it does not know the bytes.
    null
}

private fun scaled(whole: Image, longest: Int): ImageBitmap {
    val by = minOf(1f, longest.toFloat() / max(whole.width, whole.height))
    val (width, height) = listOf(whole.width, whole.height).map { max(1, (it * by).roundToInt()) }
    return Surface.makeRasterN32Premul(width, height).use { surface ->
        val sampling = FilterMipmap(FilterMode.LINEAR, MipmapMode.LINEAR)
        val from = Rect.makeWH(whole.width.toFloat(), whole.height.toFloat())
        surface.canvas.drawImageRect(whole, from, Rect.makeWH(width.toFloat(), height.toFloat()), sampling, null, true)
        surface.makeImageSnapshot().use { it.toComposeImageBitmap() }
    }
}
