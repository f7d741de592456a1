// Where one journal lies on this machine. A relative's can lie beside one's own: each has its folder, its key and its reminders.
package org.vigie.ui

import org.vigie.JournalAnchor
import org.vigie.KeyVault
import org.vigie.ui.reminders.Plan
import org.vigie.ui.settings.copies
import java.nio.file.Path
import kotlin.io.path.exists

/** @param number counts from 1. */
class Home(private val phone: Phone, val number: Int) {
    private fun part(name: String): Path = phone.root.resolve(if (number == 1) name else "$name-$number")

    /** The folder of the journal. It need not exist. */
    val folder: Path
        get() = part("journal")

    private val marks: Path
        get() = part("marks")

    /** The mark of how far the journal had come is kept outside its folder. */
    val anchor: JournalAnchor by lazy { phone.anchor(marks) }

    /** The key of this machine for this journal, when it has a way to keep one. */
    val vault: KeyVault?
        get() = phone.vault(this)

    /** Where the copies of each day lie. Null where the machine has no place for them. */
    val copies: Path?
        get() = phone.copies?.resolve("$number")

    /** What the person chose for this journal. */
    val settings: Settings = Own(phone.settings, "$number.")

    /** What it is called on this machine. Null is no name of its own. */
    var name: String?
        get() = settings[NAME]
        set(value) {
            settings[NAME] = value
        }

    /** From now on the machine says this of it. */
    fun plan(plan: Plan) = phone.plan(number, plan)

    /** Nothing of it stays on this machine. */
    fun erase() {
        listOfNotNull(folder, marks, copies).forEach { it.toFile().deleteRecursively() }
        phone.forget(number)
        forgetSettings()
    }

    /** Nothing was made here, or nothing is left of it: not a copy either. */
    val isFree: Boolean
        get() = !folder.exists() && copies(this).isEmpty()

    /** What was chosen for it is forgotten. */
    fun forgetSettings() = settings.names.forEach { settings[it] = null }

    private companion object {
        const val NAME = "name"
    }
}

/** Settings under a name of their own. */
private class Own(private val all: Settings, private val mine: String) : Settings {
    override fun get(name: String): String? = all[mine + name]

    override fun set(name: String, value: String?) {
        all[mine + name] = value
    }

    override val names: Set<String>
        get() = all.names.filter { it.startsWith(mine) }.map { it.removePrefix(mine) }.toSet()
}

/** The journals on this machine, in the order in which they came. There is always one, which need not be made yet. */
class Homes(private val phone: Phone) {
    /** All of them. */
    var all: List<Home> = numbers().map { Home(phone, it) }
        private set

    /** The one that is shown, the next time too. */
    var shown: Home = all.find { it.number == phone.settings[SHOWN]?.toIntOrNull() } ?: all.first()
        set(home) {
            field = home
            phone.settings[SHOWN] = "${home.number}"
        }

    private fun numbers(): List<Int> = phone.settings[ALL].orEmpty().split(',').mapNotNull { it.toIntOrNull() }.ifEmpty { listOf(1) }

    private fun keep(homes: List<Home>) {
        all = homes
        phone.settings[ALL] = homes.joinToString(",") { "${it.number}" }
    }

    /** A place for one more, which is not among them yet. */
    fun free(): Home = Home(phone, generateSequence(1) { it + 1 }.first { number -> all.none { it.number == number } })

    /** One more. */
    fun add(home: Home) {
        if (home !in all) keep(all + home)
    }

    /** It is no more; the last place stays. */
    fun remove(home: Home) {
        if (all.size > 1) keep(all - home)
        if (shown !in all) shown = all.first()
    }

    private companion object {
        const val ALL = "journals"
        const val SHOWN = "journal-shown"
    }
}
