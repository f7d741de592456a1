// Photos as the window shows them.
package org.vigie.desktop

import androidx.compose.ui.graphics.toAwtImage
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Test
import java.awt.Color
import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.nio.ByteBuffer
import java.util.zip.CRC32
import javax.imageio.ImageIO

class PicturesTest {
    /** The left half is red, the right half blue. */
    private fun photo(kind: String, width: Int, height: Int): ByteArray {
        val image = BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
        image.createGraphics().run {
            color = Color.RED
            fillRect(0, 0, width / 2, height)
            color = Color.BLUE
            fillRect(width / 2, 0, width - width / 2, height)
        }
        return ByteArrayOutputStream().also { ImageIO.write(image, kind, it) }.toByteArray()
    }

    private fun size(bytes: ByteArray, longest: Int) = pictured(bytes, longest)?.let { it.width to it.height }

    @Test
    fun a_large_photo_is_made_as_small_as_it_is_shown_and_a_small_one_stays() {
        for (kind in listOf("png", "jpg")) {
            assertEquals(600 to 400, size(photo(kind, 3000, 2000), 600))
            assertEquals(30 to 20, size(photo(kind, 30, 20), 600))
            assertEquals(600 to 1, size(photo(kind, 3000, 1), 600))
        }
    }

    @Test
    fun a_photo_that_was_taken_upright_stands_upright() {
        val lying = photo("jpg", 400, 200)
        // A note after its first two bytes: what lies on the left belongs on top.
        val turned = "Exif\u0000\u0000MM\u0000*\u0000\u0000\u0000\b\u0000\u0001\u0001\u0012\u0000\u0003" +
            "\u0000\u0000\u0000\u0001\u0000\u0006\u0000\u0000\u0000\u0000\u0000\u0000"
        val note = turned.toByteArray(Charsets.ISO_8859_1)
        val head = byteArrayOf(-1, 0xE1.toByte(), 0, (note.size + 2).toByte())
        val upright = checkNotNull(pictured(lying.take(2).toByteArray() + head + note + lying.drop(2), 600)).toAwtImage()
        assertEquals(200 to 400, upright.width to upright.height)
        val (top, foot) = listOf(50, 350).map { Color(upright.getRGB(100, it)) }
        assertEquals(listOf(true, false), listOf(top, foot).map { it.red > it.blue })
    }

    @Test
    fun what_is_no_picture_or_says_that_it_is_larger_than_any_is_none() {
        assertNull(pictured(ByteArray(0), 600))
        assertNull(pictured("%PDF-1.7".toByteArray(), 600))
        val small = photo("png", 30, 20)
        assertNotNull(pictured(small, 600))
        // The size stands after 16 bytes, and is checked with what is around it.
        val vast = small.copyOf().also { ByteBuffer.wrap(it).putInt(16, 60_000).putInt(20, 60_000) }
        val sum = CRC32().apply { update(vast, 12, 17) }.value.toInt()
        assertNull(pictured(vast.also { ByteBuffer.wrap(it).putInt(29, sum) }, 600))
    }
}
