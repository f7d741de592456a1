// What every screen has at hand, and the model that stands behind one.
package org.vigie.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.vigie.JournalException
import org.vigie.sentence

/**
 * What every screen has at hand.
 *
 * @param home is where the journal lies that is shown.
 * @param scope is the app's, on the thread that draws.
 * @param io is where the core is called: it reads and writes files, and a passphrase takes a second on purpose.
 */
class Hand(
    val phone: Phone,
    val home: Home,
    val texts: Texts,
    val scope: CoroutineScope,
    private val io: CoroutineDispatcher = Dispatchers.IO,
) {
    /** The relative who notes for the person, until the journal is locked; null is the person. */
    var relative: String? by mutableStateOf(null)

    /** Calls the core, off the thread that draws. What has begun is done to its end and its result arrives. */
    suspend fun <T> off(block: () -> T): T = withContext(NonCancellable) { withContext(io) { block() } }

    /** What a failure says to the person. */
    fun sentence(failure: JournalException): String {
        val fault = (failure as? JournalException.DeviceKey)?.fault?.takeIf { phone.keeps == Keeps.IN_A_FILE }
        return fault?.let(::ofKeyFile)?.let { texts[it] } ?: failure.sentence(texts.lang)
    }

    /** The same for a journal that is not open yet. */
    fun at(home: Home): Hand = Hand(phone, home, texts, scope, io)
}

/** What stands behind a screen: its state, and whether it is at work or has something to tell. */
abstract class Model<S>(first: S, val hand: Hand) {
    /** What the screen shows. */
    var state: S by mutableStateOf(first)
        protected set

    /** The sentence of what did not work, until something else is tried. */
    var problem: String? by mutableStateOf(null)
        protected set

    /** A call is on its way, and what is tapped meanwhile is passed over. */
    var busy: Boolean by mutableStateOf(false)
        private set

    /** Does one thing at a time. A failure is told, or handed to [failed], and nothing typed is lost. */
    protected fun work(failed: (JournalException) -> Unit = ::tell, block: suspend () -> Unit): Job? {
        if (busy) return null
        busy = true
        problem = null
        return hand.scope.launch {
            try {
                block()
            } catch (failure: JournalException) {
                failed(failure)
            } catch (stopped: CancellationException) {
                throw stopped
            } finally {
                busy = false
            }
        }
    }

    /** Shows what the failure says to the person. */
    protected fun tell(failure: JournalException) {
        problem = hand.sentence(failure)
    }
}
