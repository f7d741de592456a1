// A photo as it can be drawn: upright, and no larger than it has to be.
package org.vigie.platform

import android.graphics.ImageDecoder
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import org.vigie.ui.MOST_PIXELS
import java.io.IOException
import java.nio.ByteBuffer
import kotlin.math.max

/** The picture, with no side longer than [longest]. Null when it is none, or larger than any photo. */
internal fun pictured(bytes: ByteArray, longest: Int): ImageBitmap? = try {
    ImageDecoder.decodeBitmap(ImageDecoder.createSource(ByteBuffer.wrap(bytes))) { decoder, info, _ ->
        val size = info.size
        if (size.width.toLong() * size.height > MOST_PIXELS) throw TooLarge()
        decoder.allocator = ImageDecoder.ALLOCATOR_SOFTWARE
        val by = minOf(1.0, longest.toDouble() / max(size.width, size.height))
        decoder.setTargetSize(max(1, (size.width * by).toInt()), max(1, (size.height * by).toInt()))
    }.asImageBitmap()
} catch (_: IOException) {
    null
} catch (_: TooLarge) {
    null
}

/** Thrown out of the decoder, before it has opened anything. */
private class TooLarge : RuntimeException()
