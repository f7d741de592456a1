// How it looks: one accent, calm colours, large type.
package org.vigie.ui.look

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.sp
import org.vigie.ui.Texts

/**
 * The colours, by what they are for. Text on what it stands on has a contrast of 4.5:1 at least, what is drawn 3:1: a test computes
 * it for each pair of [texts] and [graphics].
 */
data class Palette(
    /** Behind everything. */
    val ground: Color,
    /** What is read. */
    val ink: Color,
    /** What is read second. */
    val quiet: Color,
    /** Edges of what can be touched, and axes. */
    val edge: Color,
    /** Lines that only part one thing from another. */
    val rule: Color,
    /** Behind what belongs together. */
    val card: Color,
    /** What can be done here. */
    val accent: Color,
    /** On the accent. */
    val onAccent: Color,
    /** What is chosen, behind its text. */
    val chosen: Color,
    /** A call to act at once, always with words. */
    val alarm: Color,
    /** On the alarm. */
    val onAlarm: Color,
    /** Behind something to be noticed. */
    val notice: Color,
) {
    /** Each colour of text, and what it stands on. */
    val texts: List<Pair<Color, Color>>
        get() = listOf(ground, card, notice, chosen).flatMap { on -> listOf(ink, quiet, accent, alarm).map { it to on } } +
            listOf(onAccent to accent, onAlarm to alarm)

    /** Each colour of something drawn that has to be seen, and what it stands on. */
    val graphics: List<Pair<Color, Color>>
        get() = listOf(ground, card).flatMap { on -> listOf(edge, accent, alarm).map { it to on } }

    companion object {
        /** By day. */
        val LIGHT = Palette(
            ground = Color(0xFFFFFFFF),
            ink = Color(0xFF1B1F24),
            quiet = Color(0xFF505760),
            edge = Color(0xFF767E88),
            rule = Color(0xFFD4D8DD),
            card = Color(0xFFF4F6F8),
            accent = Color(0xFF163E69),
            onAccent = Color(0xFFFFFFFF),
            chosen = Color(0xFFE3ECF6),
            alarm = Color(0xFFA3201A),
            onAlarm = Color(0xFFFFFFFF),
            notice = Color(0xFFFDF3DC),
        )

        /** By night, and for eyes that light hurts. */
        val DARK = Palette(
            ground = Color(0xFF14171B),
            ink = Color(0xFFE8EAED),
            quiet = Color(0xFFB4BBC4),
            edge = Color(0xFF8A929C),
            rule = Color(0xFF444B55),
            card = Color(0xFF1C2026),
            accent = Color(0xFF9CC4EF),
            onAccent = Color(0xFF10161D),
            chosen = Color(0xFF263647),
            alarm = Color(0xFFFFB3A8),
            onAlarm = Color(0xFF2B0906),
            notice = Color(0xFF3A3016),
        )
    }
}

/** The colours now. */
val LocalPalette = staticCompositionLocalOf { Palette.LIGHT }

/** What is said, in the person's language. */
val LocalTexts = staticCompositionLocalOf<Texts> { error("no language yet") }

/** The look of everything inside. [font] is the machine's to load. */
@Composable
fun Theme(texts: Texts?, font: FontFamily, dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    val palette = if (dark) Palette.DARK else Palette.LIGHT
    MaterialTheme(colorScheme = palette.scheme(dark), typography = typography(font, LocalDensity.current.fontScale)) {
        CompositionLocalProvider(LocalPalette provides palette, LocalContentColor provides palette.ink) {
            if (texts == null) content() else CompositionLocalProvider(LocalTexts provides texts, content = content)
        }
    }
}

private fun Palette.scheme(dark: Boolean): ColorScheme {
    val base = if (dark) darkColorScheme() else lightColorScheme()
    return base.copy(
        primary = accent,
        onPrimary = onAccent,
        primaryContainer = chosen,
        onPrimaryContainer = ink,
        secondaryContainer = chosen,
        onSecondaryContainer = ink,
        background = ground,
        onBackground = ink,
        surface = ground,
        onSurface = ink,
        surfaceVariant = card,
        onSurfaceVariant = quiet,
        outline = edge,
        outlineVariant = rule,
        error = alarm,
        onError = onAlarm,
    )
}

/**
 * Six sizes, each for one thing.
 *
 * @param scale is how much larger than usual the person wants letters. What is large already grows less than what is read, as it does
 *   on Android itself: a long word of a title would break on a small screen.
 */
private fun typography(font: FontFamily, scale: Float): Typography {
    fun style(size: Int, line: Int, weight: FontWeight = FontWeight.Normal, grows: Float = 1f): TextStyle {
        val less = if (scale > 1) (1 + (scale - 1) * grows) / scale else 1f
        return TextStyle(fontFamily = font, fontSize = size.sp * less, lineHeight = line.sp * less, fontWeight = weight)
    }
    return Typography().run {
        copy(
            // The rating that was chosen.
            displayMedium = style(40, 48, FontWeight.SemiBold),
            // The title of a screen.
            headlineMedium = style(24, 30, FontWeight.SemiBold, grows = 0.6f),
            // A question, and the title of a card.
            titleLarge = style(20, 26, FontWeight.SemiBold, grows = 0.8f),
            titleMedium = style(18, 24, FontWeight.SemiBold, grows = 0.7f),
            // What is read.
            bodyLarge = style(18, 26),
            // What is read second.
            bodyMedium = style(16, 22),
            bodySmall = style(15, 20),
            // Buttons.
            labelLarge = style(18, 24, FontWeight.SemiBold),
            labelMedium = style(16, 22),
            labelSmall = style(15, 20),
        )
    }
}
