// The hands of the tests: a phone that is none, and a person who taps and types.
package org.vigie.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.MutableState
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.graphics.toComposeImageBitmap
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.click
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollToNodeAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.junit.Assert.assertEquals
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.JournalClock
import org.vigie.KeyVault
import org.vigie.Lang
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.Words
import org.vigie.asSink
import org.vigie.asSource
import org.vigie.ui.look.MOST
import org.vigie.ui.look.Theme
import org.vigie.ui.reminders.Plan
import org.vigie.use
import java.awt.image.BufferedImage
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import java.util.concurrent.ConcurrentHashMap
import javax.imageio.ImageIO
import kotlin.time.Duration

/** What the tests look at and change of a phone. */
class TestPhone(override val root: Path = Files.createTempDirectory("vigie"), var vault: KeyVault? = null, lang: Lang = Lang.FR) : Phone {
    override var copies: Path? = root.resolve("copies")

    /** Where its first journal lies. */
    val home by lazy { Home(this, 1) }

    override fun vault(home: Home) = vault
    override val locale = if (lang == Lang.FR) "fr_FR" else "en_GB"

    /** What the clock says. */
    var time: OffsetDateTime = OffsetDateTime.parse("2026-11-23T20:00:00.000+01:00")
    override val clock = object : JournalClock {
        override fun now() = time
    }
    override val keeps = Keeps.BEHIND_ITS_LOCK
    override var reminds = true
    override var silenced = false

    /** What the phone is to say of each journal. */
    val plans = ConcurrentHashMap<Int, Plan>()

    /** Of the first. */
    val plan: Plan?
        get() = plans[1]

    override fun plan(number: Int, plan: Plan) {
        plans[number] = plan
    }

    override fun forget(number: Int) {
        plans.remove(number)
    }
    private val kept = ConcurrentHashMap<String, String>()
    override val settings = object : Settings {
        override fun get(name: String) = kept[name]

        override fun set(name: String, value: String?) {
            if (value == null) kept.remove(name) else kept[name] = value
        }

        override val names: Set<String>
            get() = kept.keys
    }

    /** The numbers that were dialled. */
    val dialled = mutableListOf<String>()

    /** The files that were written, by name, and the one that is picked when one is asked for. */
    val files = ConcurrentHashMap<String, ByteArray>()
    var picked: ByteArray? = null

    /** By means that Java has, which are as good for small pictures. */
    override fun picture(bytes: ByteArray, longest: Int) = ImageIO.read(ByteArrayInputStream(bytes))?.toComposeImageBitmap()

    override fun dial(number: String) {
        dialled += number
    }

    /** Nowhere is chosen when one is asked where a file goes. */
    var choosesNowhere = false

    /** What happens to the streams of files on their way. */
    var sink: (ByteSink) -> ByteSink = { it }
    var source: (ByteSource) -> ByteSource = { it }

    override suspend fun writeFile(name: String, kind: String, write: (ByteSink) -> Unit): Boolean {
        if (choosesNowhere) return false
        files[name] = withContext(Dispatchers.IO) { ByteArrayOutputStream().also { write(sink(it.asSink())) }.toByteArray() }
        return true
    }

    override suspend fun <T> readFile(read: (ByteSource) -> T): T? =
        picked?.let { bytes -> withContext(Dispatchers.IO) { read(source(ByteArrayInputStream(bytes).asSource())) } }
}

/** The letters, the same on every machine. */
val inter = FontFamily(Font("Inter-Regular.ttf"), Font("Inter-SemiBold.ttf", FontWeight.SemiBold))

/** One run of the app on a phone. */
class Run(val phone: TestPhone)

/** Someone with a small phone in their hands. */
@OptIn(ExperimentalTestApi::class)
class Person(
    val test: ComposeUiTest,
    private val run: MutableState<Run>,
    private val turned: MutableState<Boolean>,
    private val broken: Broken,
    val app: () -> App,
) {
    /** The phone in their hands. */
    val phone: TestPhone
        get() = run.value.phone

    /** Takes another phone, or lets the app run anew on the same. */
    fun takes(phone: TestPhone) {
        run.value = Run(phone)
        starts()
    }

    /** Waits until the app shows something. */
    fun starts() {
        test.waitForIdle()
        until("the app starts") { app().screen != Screen.Starting }
    }

    /** How often they touched the screen. */
    var taps = 0
        private set

    private val texts: Texts
        get() = checkNotNull(app().texts)

    /** Names in the language of the screen. */
    val words: Words
        get() = texts.words

    /** What the screen says. */
    fun said(text: Plain) = texts[text]

    private fun soon(matcher: SemanticsMatcher) {
        try {
            waits(matcher.description) { test.onAllNodes(matcher).fetchSemanticsNodes().isNotEmpty() }
        } catch (late: ComposeTimeoutException) {
            throw AssertionError("nothing ${matcher.description}; there is: ${shown()}", late)
        }
    }

    /** Everything that is said on the screen. */
    fun shown(): String = test.onAllNodes(SemanticsMatcher("any") { true }).fetchSemanticsNodes().flatMap { node ->
        node.config.filter { it.key.name in setOf("Text", "ContentDescription", "EditableText") }.map { it.value.toString() }
    }.joinToString(" ")

    /** Waits until this is on the screen. */
    fun sees(text: String) = soon(says("says '$text'") { it.contains(text.plain()) })

    /** Waits until this is in front of one's eyes, without scrolling to it. */
    fun looksAt(text: String) {
        sees(text)
        val node = test.onNode(says("says '$text'") { it.contains(text.plain()) })
        try {
            until("'$text' is in view") { node.fetchSemanticsNode().let { it.boundsInRoot.height >= it.size.height } }
        } catch (late: ComposeTimeoutException) {
            val there = node.fetchSemanticsNode()
            throw AssertionError("'$text' is not in view, but at ${there.positionInRoot} with ${there.size}", late)
        }
    }

    /** What is written, or said of it, with whatever kind of space. */
    private fun says(what: String, said: (String) -> Boolean) = SemanticsMatcher(what) { node ->
        val config = node.config
        val all = config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
            config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
            listOfNotNull(config.getOrNull(SemanticsProperties.EditableText)?.text, config.getOrNull(SemanticsProperties.StateDescription))
        all.any { said(it.plain()) }
    }

    private fun String.plain() = replace(Regex("[\\u00A0\\u202F]"), " ")

    fun sees(text: Plain) = sees(texts[text])

    /** Touches what says this, or the one of them at this [place]. */
    fun taps(text: String, place: Int = 0) {
        val matcher =
            says("says '$text' and can be touched") { it == text.plain() } and SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick) and
                isEnabled()
        soon(matcher)
        test.onAllNodes(matcher)[place].let { node ->
            runCatching { node.performScrollTo() }
            node.performClick()
        }
        taps++
    }

    /** Touches what holds this among other words. */
    fun tapsRow(text: String) {
        val matcher = (hasText(text, substring = true) or hasContentDescription(text, substring = true)) and
            SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick) and isEnabled()
        soon(matcher)
        test.onAllNodes(matcher)[0].let { node ->
            runCatching { node.performScrollTo() }
            node.performClick()
        }
        taps++
    }

    fun taps(text: Plain) = taps(texts[text])

    /** What lies under this is not shown, and that is said; it can be asked for. */
    fun isFolded(name: Plain) = soon(fold(name, Text.FOLD_CLOSED) and SemanticsMatcher.keyIsDefined(SemanticsActions.Expand))

    /** What lies under this is shown, and that is said. */
    fun isUnfolded(name: Plain) = soon(fold(name, Text.FOLD_OPEN) and SemanticsMatcher.keyIsDefined(SemanticsActions.Collapse))

    private fun fold(name: Plain, state: Plain) =
        hasContentDescription(texts[name]) and SemanticsMatcher.expectValue(SemanticsProperties.StateDescription, texts[state])

    /** Types into the field of this name. */
    fun types(name: Plain, text: String) = types(texts[name], text)

    fun types(name: String, text: String) {
        val matcher = hasContentDescription(name) and hasSetTextAction()
        soon(matcher)
        test.onNode(matcher).let {
            it.performScrollTo()
            it.performTextReplacement(text)
        }
    }

    /** Chooses a value on the scale of this name: one touch of the line, where that value is. */
    fun rates(name: String, rating: Int) {
        val matcher = hasContentDescription(name) and SemanticsMatcher.keyIsDefined(SemanticsActions.SetProgress)
        soon(matcher)
        test.onNode(matcher).let {
            it.performScrollTo()
            it.performTouchInput { click(Offset(width * (rating + 0.5f) / (MOST + 1), height / 2f)) }
        }
        taps++
    }

    /** Touches what says this, at a part of its width. */
    fun touches(text: String, across: Float) {
        val matcher = hasContentDescription(text, substring = true) and SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.Image)
        soon(matcher)
        test.onNode(matcher).let {
            it.performScrollTo()
            it.performTouchInput { click(Offset(width * across, height / 2f)) }
        }
        taps++
    }

    /** Turns the phone to its side, or back: everything that is drawn is made anew. */
    fun turns() {
        turned.value = !turned.value
        test.waitForIdle()
    }

    /** Waits until this is no longer on the screen. */
    fun soonGone(text: Plain) =
        test.waitUntil(timeoutMillis = WAIT) { test.onAllNodes(says("gone") { it == texts[text].plain() }).fetchSemanticsNodes().isEmpty() }

    /** Waits until nothing is at work any more. */
    fun soonIdle() = soonGone(Text.WORKING)

    /** Waits until the screen says what did not work. */
    fun soonTold() = soon(SemanticsMatcher.expectValue(SemanticsProperties.LiveRegion, LiveRegionMode.Assertive))

    /** What is wrong with the page, from its top to its bottom: of a long list only what is seen is made. */
    fun faults(): List<String> {
        test.waitForIdle()
        val found = test.faults().toMutableSet()
        if (atItsEnd()) return found.toList()
        while (!atItsEnd()) {
            val list = test.onNode(hasScrollToNodeAction())
            val far = list.fetchSemanticsNode().size.height * SCREENFUL
            list.performSemanticsAction(SemanticsActions.ScrollBy) { scroll -> scroll(0f, far) }
            test.waitForIdle()
            found += test.faults()
        }
        test.onNode(hasScrollToNodeAction()).performScrollToIndex(0)
        return found.toList()
    }

    /** Nothing is wrong with the page. */
    fun isSound() = assertEquals(emptyList<String>(), faults())

    /** What is wrong for whoever listens to it. */
    fun faultsOfReading(): List<String> = test.faultsOfReading(texts[Text.BACK])

    private fun atItsEnd(): Boolean = test.onAllNodes(hasScrollToNodeAction()).fetchSemanticsNodes().all { list ->
        list.config[SemanticsProperties.VerticalScrollAxisRange].let { it.value() >= it.maxValue() }
    }

    /** Goes down a long list until this is on the screen. */
    fun reaches(text: String) {
        test.waitForIdle()
        test.onNode(hasScrollToNodeAction()).performScrollToNode(says("says '$text'") { it.contains(text.plain()) })
    }

    /** How large a picture of this name is drawn; null where there is none. */
    fun drawn(name: String): Pair<Int, Int>? {
        val pictures = hasContentDescription(name) and SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.Image)
        return test.onAllNodes(pictures).fetchSemanticsNodes().firstOrNull()?.size?.let { it.width to it.height }
    }

    /** How many rows of a list are made. */
    fun made(): Int = test.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Text)).fetchSemanticsNodes().size

    /** Waits until this is so. */
    fun until(what: String, holds: () -> Boolean) {
        try {
            waits(what, holds)
        } catch (late: ComposeTimeoutException) {
            throw AssertionError("not so: $what; ${app().screen}, open: ${app().journal}; ${atWork()}", late)
        }
    }

    private fun waits(what: String, holds: () -> Boolean) = test.waitUntil(what, WAIT) {
        broken.isNone()
        holds()
    }

    /** What is being done for the app, for whoever asks why it did not end. */
    private fun atWork(): String = Thread.getAllStackTraces().filterValues { stack -> stack.any { "vigie" in it.className } }
        .map { (thread, stack) -> "${thread.name}: ${stack.take(SOME).joinToString(" < ")}" }.joinToString("\n")

    /** What is drawn now. */
    fun drawn(): BufferedImage = test.onRoot().captureToImage().toAwtImage()

    /** Does this on the thread that draws. */
    fun <T> whereItIsDrawn(what: () -> T): T = test.runOnUiThread(what)

    /** Draws the screen into a file. */
    fun picture(name: String) {
        test.waitForIdle()
        val file = File(System.getProperty("vigie.pictures"), "$name.png").apply { parentFile.mkdirs() }
        ImageIO.write(drawn(), "png", file)
    }

    private companion object {
        // Not a measure of anything: something that hangs is to end.
        const val WAIT = 600_000L

        /** So much of what a thread does is told. */
        const val SOME = 16

        /** How far one goes to see what comes next in a list, in parts of its height: the last line of before is seen again. */
        const val SCREENFUL = 0.8f
    }
}

/** What opens the journals of the tests. */
const val PASSPHRASE = "quatre mots bien secrets"

/** The day on which the tests begin. */
val TODAY: LocalDate = LocalDate.of(2026, 11, 23)

/** The first steps of the first run: the journal is made with this passphrase, and its code read back. */
fun Person.makesTheLock(passphrase: String) {
    taps(Text.FIRST_BEGIN)
    types(Text.PASSPHRASE, passphrase)
    types(Text.PASSPHRASE_AGAIN, passphrase)
    taps(Text.FIRST_LOCK_PASSPHRASE)
    sees(Text.FIRST_CODE_WHY)
    val code = (app().screen as Screen.First).model.state.code
    taps(Text.FIRST_CODE_WRITTEN)
    types(Text.RECOVERY_CODE, code)
    taps(Text.CHECK)
}

/** Reads the journal on this phone, when the app has let go of it. */
fun <T> TestPhone.reading(block: Journal.() -> T): T =
    Journal.open(home.folder.toString(), Unlock.Passphrase(PASSPHRASE), home.anchor, clock).use { it.block() }

/** A journal on this phone, quickly made. */
fun journalOn(phone: TestPhone): Journal {
    val key = NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS)
    return Journal.create(phone.home.folder.toString(), key, phone.home.anchor, phone.clock)
}

/** The app with an open journal that begins [with] something. */
fun onOpen(
    phone: TestPhone = TestPhone(),
    dark: Boolean = false,
    scale: Float = 1f,
    with: Journal.() -> Unit = {},
    watch: Watch? = null,
    turnable: Boolean = false,
    story: Person.() -> Unit,
) = onScreen(phone, dark, scale, watch, turnable) {
    val journal = journalOn(phone).apply(with)
    app().opened(watch?.let { WatchedJournal(journal, it) } ?: journal)
    sees(Text.TODAY_BESIDE)
    story()
}

/** Runs the app on a screen of 360 by 640, the smallest there is; under [watch], if there is one. One that is [turnable] can be turned. */
@OptIn(ExperimentalTestApi::class)
fun onScreen(
    phone: TestPhone = TestPhone(),
    dark: Boolean = false,
    scale: Float = 1f,
    watch: Watch? = null,
    turnable: Boolean = false,
    story: Person.() -> Unit,
) = runDesktopComposeUiTest(width = if (turnable) LONG else SHORT, height = LONG, testTimeout = Duration.INFINITE) {
    lateinit var app: App
    val run = mutableStateOf(Run(phone))
    val turned = mutableStateOf(false)
    val broken = Broken()
    setContent {
        key(run.value) {
            val drawing = rememberCoroutineScope()
            val scope = remember { broken.heard(drawing) }
            app = remember { App(run.value.phone.let { phone -> watch?.let { WatchedPhone(phone, it) } ?: phone }, scope) }
            LaunchedEffect(Unit) { app.start() }
            CompositionLocalProvider(LocalDensity provides Density(1f, scale)) {
                key(turned.value) {
                    val size = if (turned.value) DpSize(LONG.dp, SHORT.dp) else DpSize(SHORT.dp, LONG.dp)
                    Box((watch?.modifier() ?: Modifier).size(size)) { Theme(app.texts, inter, dark) { Screens(app) } }
                }
            }
        }
    }
    val person = Person(this, run, turned, broken) { app }.apply { starts() }
    watch?.drawing?.add(Thread.currentThread())
    person.story()
    broken.isNone()
}

private const val SHORT = 360
private const val LONG = 640
