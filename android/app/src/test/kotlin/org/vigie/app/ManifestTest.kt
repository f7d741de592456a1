// What the app asks of the phone: read from its files, and from those of the libraries it is built with.
package org.vigie.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.w3c.dom.Document
import org.w3c.dom.Element
import java.io.File
import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory

class ManifestTest {
    private val main = File(System.getProperty("vigie.root"), "android/app/src/main")
    private val manifest = read(File(main, "AndroidManifest.xml"))

    private fun read(file: File): Document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)

    private fun Document.all(name: String): List<Element> = getElementsByTagName(name).let { list ->
        (0 until list.length).map { list.item(it) as Element }
    }

    private fun permissions(document: Document, kept: Boolean) = document.all("uses-permission").filter {
        (it.getAttribute("tools:node") != "remove") == kept
    }.map { it.getAttribute("android:name") }

    @Test
    fun `the network is not asked for, nor anything else that was not thought of`() {
        val asked = listOf("POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM").map { "android.permission.$it" }
        assertEquals(asked, permissions(manifest, kept = true))
        assertTrue("android.permission.INTERNET" in permissions(manifest, kept = false))
    }

    /** The manifests of the libraries become part of the app's. */
    @Test
    fun `no library asks for anything`() {
        val archives = File(System.getProperty("vigie.aars")).listFiles { file -> file.extension == "aar" }.orEmpty()
        assertTrue("there are ${archives.size}", archives.size > 30)
        for (archive in archives) {
            val text = ZipFile(archive).use { zip -> zip.getInputStream(zip.getEntry("AndroidManifest.xml")).reader().readText() }
            val asked = Regex("<uses-permission[^>]*android:name=\"([^\"]+)\"").findAll(text).map { it.groupValues[1] }.toList()
            // One that the library itself makes, so that no other app can send to its receivers.
            assertEquals(archive.name, emptyList<String>(), asked.filterNot { it.endsWith(".DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION") })
        }
    }

    @Test
    fun `no backup of the system takes anything, and nothing moves to another phone`() {
        val application = manifest.all("application").single()
        assertEquals("false", application.getAttribute("android:allowBackup"))
        val domains = setOf("root", "file", "database", "sharedpref", "external")
        val encrypted = domains - "external"
        for (rules in listOf("dataExtractionRules", "fullBackupContent")) {
            val file = application.getAttribute("android:$rules").removePrefix("@xml/")
            val document = read(File(main, "res/xml/$file.xml"))
            val parts = if (rules ==
                "fullBackupContent"
            ) {
                document.all("full-backup-content")
            } else {
                document.all("cloud-backup") + document.all("device-transfer")
            }
            assertEquals(if (rules == "fullBackupContent") 1 else 2, parts.size)
            for (part in parts) {
                val excluded = part.getElementsByTagName("exclude").let { list -> (0 until list.length).map { list.item(it) as Element } }
                assertTrue(excluded.all { it.getAttribute("path") == "." })
                val named = excluded.map { it.getAttribute("domain") }.toSet()
                val all = if (rules == "fullBackupContent") domains else domains + encrypted.map { "device_$it" }
                assertEquals(all, named)
            }
            assertEquals("nothing is taken in", 0, document.all("include").size)
        }
    }

    @Test
    fun `only the first screen can be opened from outside, and everything that is named is there`() {
        val parts = listOf("activity", "receiver", "service", "provider").flatMap { manifest.all(it) }
        assertEquals(
            listOf("org.vigie.app.VigieActivity"),
            parts.filter {
                it.getAttribute("android:exported") != "false"
            }.map { it.getAttribute("android:name") },
        )
        for (part in parts + manifest.all("application")) Class.forName(part.getAttribute("android:name"))
        val named = Regex("@(xml|drawable|mipmap|style)/([\\w.]+)")
        val files = File(main, "res").walk().filter { it.isFile }.toList()
        for (file in files + File(main, "AndroidManifest.xml")) {
            for ((kind, name) in named.findAll(file.readText()).map { it.destructured }) {
                val there = files.any { it.parentFile.name.startsWith(kind) && it.nameWithoutExtension == name } ||
                    files.any { kind == "style" && it.readText().contains("name=\"$name\"") }
                assertTrue("$file names $kind $name", there)
            }
        }
    }

    @Test
    fun `the phone offers the languages that there are`() {
        val offered = read(File(main, "res/xml/locales_config.xml")).all("locale").map { it.getAttribute("android:name") }
        assertEquals(org.vigie.Lang.entries.map { it.name.lowercase() }, offered)
    }
}
