// The pictures of the screens as they were accepted: a sheet of them, compared with what is drawn today.
package org.vigie.ui

import org.junit.Assert.fail
import java.awt.Color
import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageWriteParam
import kotlin.math.abs

/**
 * Pictures in half their size, several a row, in the order in which they were taken. The letters come with the tests and no graphics
 * card draws, so two runs give the same picture; what is left to tolerate is the rounding of another processor. It moves the colour of a
 * point at the edge of a letter by a few steps of 255, and never by [STEPS]; a letter that is another moves dozens of points by hundreds.
 */
class Golden(private val name: String) {
    private val taken = mutableListOf<Pair<String, BufferedImage>>()

    /** Takes a picture of a screen. */
    fun takes(screen: String, picture: BufferedImage) {
        taken += screen to half(picture)
    }

    /** Compares all that were taken with the sheet that was accepted. */
    fun compares() {
        val sheet = sheet(taken.map { it.second })
        val file = File(System.getProperty("vigie.root"), "android/ui/src/test/golden/$name.png").canonicalFile
        val accepted = if (file.exists()) ImageIO.read(file) else null
        val differ = when {
            accepted == null -> listOf("none was accepted yet")
            accepted.width != sheet.width || accepted.height != sheet.height -> listOf("there are more screens than before, or fewer")
            else -> taken.mapIndexedNotNull { index, (screen, picture) -> screen.takeIf { differs(accepted.at(index), picture) } }
        }
        if (differ.isEmpty()) return
        val aside = File(System.getProperty("vigie.pictures"), "golden")
        write(sheet, File(aside, "new/$name.png"))
        if (accepted != null) write(difference(accepted, sheet), File(aside, "difference/$name.png"))
        fail("$name differs: $differ. Look at $aside; if it is as it should be: cp $aside/new/*.png ${file.parent}/")
    }

    private fun differs(before: BufferedImage, now: BufferedImage): Boolean = points(now).any { (x, y) ->
        far(before.getRGB(x, y), now.getRGB(x, y))
    }

    private fun points(picture: BufferedImage) = sequence {
        for (y in 0 until picture.height) for (x in 0 until picture.width) yield(x to y)
    }

    private fun far(one: Int, other: Int): Boolean = listOf(0, 8, 16).any { abs((one shr it and 0xFF) - (other shr it and 0xFF)) > STEPS }

    /** What is no longer so in red, on what is so now, pale. */
    private fun difference(before: BufferedImage, now: BufferedImage) =
        BufferedImage(now.width, now.height, BufferedImage.TYPE_INT_RGB).also {
            for ((x, y) in points(now)) {
                val same = x < before.width && y < before.height && !far(before.getRGB(x, y), now.getRGB(x, y))
                it.setRGB(x, y, if (same) pale(now.getRGB(x, y)) else Color.RED.rgb)
            }
        }

    private fun pale(rgb: Int): Int = Color(rgb).let { Color((it.red + 765) / 4, (it.green + 765) / 4, (it.blue + 765) / 4).rgb }

    /** Four points become one; the last bits of a colour are dropped, which halves the size of the file. */
    private fun half(picture: BufferedImage) = BufferedImage(picture.width / 2, picture.height / 2, BufferedImage.TYPE_INT_RGB).also {
        for ((x, y) in points(it)) {
            val four = listOf(0 to 0, 0 to 1, 1 to 0, 1 to 1).map { (dx, dy) -> picture.getRGB(2 * x + dx, 2 * y + dy) }
            val mean = listOf(16, 8, 0).map { shift -> four.sumOf { rgb -> rgb shr shift and 0xFF } / 4 / KEPT * KEPT }
            it.setRGB(x, y, (mean[0] shl 16) or (mean[1] shl 8) or mean[2])
        }
    }

    private fun sheet(pictures: List<BufferedImage>): BufferedImage {
        val rows = (pictures.size + ROW - 1) / ROW
        val sheet = BufferedImage(ROW * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB)
        pictures.forEachIndexed { index, picture -> sheet.at(index).data = picture.data }
        return sheet
    }

    private fun BufferedImage.at(index: Int): BufferedImage = getSubimage(index % ROW * WIDTH, index / ROW * HEIGHT, WIDTH, HEIGHT)

    private fun write(picture: BufferedImage, file: File) {
        file.parentFile.mkdirs()
        val writer = ImageIO.getImageWritersByFormatName("png").next()
        val smallest = writer.defaultWriteParam.apply {
            compressionMode = ImageWriteParam.MODE_EXPLICIT
            compressionQuality = 0f
        }
        file.delete()
        ImageIO.createImageOutputStream(file).use { out ->
            writer.output = out
            writer.write(null, IIOImage(picture, null, null), smallest)
        }
        writer.dispose()
    }

    private companion object {
        const val ROW = 6
        const val WIDTH = 180
        const val HEIGHT = 320
        const val KEPT = 16
        const val STEPS = 32
    }
}
