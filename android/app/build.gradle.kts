// The application: the screens, what only Android has, and the core for the phone's processors. Not run here: see ../README.md.
plugins {
    id("com.android.application") version "8.13.0"
    id("org.jetbrains.kotlin.android") version "2.4.21"
    id("org.jetbrains.kotlin.plugin.compose") version "2.4.21"
}

val root: File = rootProject.projectDir.parentFile
val made = layout.buildDirectory.dir("made")
val abis = listOf("arm64-v8a", "armeabi-v7a", "x86_64")

android {
    namespace = "org.vigie.app"
    compileSdk = 36
    defaultConfig {
        applicationId = "org.vigie.app"
        minSdk = 28
        targetSdk = 36
        versionCode = 1
        versionName = "0.1.0"
        ndk { abiFilters += abis }
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "keep.pro")
        }
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    sourceSets["main"].apply {
        kotlin.srcDirs("../ui/src/main/kotlin", "../../bindings/kotlin/src/main/kotlin", made.map { it.dir("kotlin") })
        jniLibs.srcDir(made.map { it.dir("jniLibs") })
    }
    // Nothing of Google's goes into the file: the list of libraries would be encrypted for them alone.
    dependenciesInfo {
        includeInApk = false
        includeInBundle = false
    }
    lint {
        // What uniffi makes asks at run time for what only later versions of Android have.
        disable += "NewApi"
    }
}

kotlin {
    compilerOptions { jvmTarget = org.jetbrains.kotlin.gradle.dsl.JvmTarget.JVM_17 }
}

dependencies {
    implementation("androidx.activity:activity-compose:1.13.0")
    implementation("androidx.core:core-ktx:1.19.1")
    implementation("androidx.compose.foundation:foundation:1.12.1")
    implementation("androidx.compose.material3:material3:1.4.0")
    implementation("net.java.dev.jna:jna:5.19.1@aar")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.9.0")
}

/** The core for each of the phone's processors, by cargo-ndk 4.1.2 (`cargo install --locked cargo-ndk --version 4.1.2`). */
val core by tasks.registering(Exec::class) {
    workingDir = root
    val targets = abis.flatMap { listOf("--target", it) }
    val out =
        made
            .get()
            .dir("jniLibs")
            .asFile.path
    commandLine(
        listOf("cargo", "ndk") + targets +
            listOf("--platform", "28", "--output-dir", out, "build", "--profile", "app", "--package", "vigie-bindings"),
    )
}

/** The core for this computer, from which the Kotlin code is made. */
val library by tasks.registering(Exec::class) {
    workingDir = root
    commandLine("cargo", "build", "--package", "vigie-bindings")
}

/** The Kotlin code of the core. */
val bindings by tasks.registering(Exec::class) {
    dependsOn(library)
    workingDir = root
    val out =
        made
            .get()
            .dir("kotlin")
            .asFile.path
    val name = System.mapLibraryName("vigie_bindings")
    commandLine(
        listOf("cargo", "run", "--manifest-path", "bindings/generate/Cargo.toml", "--", "generate", "target/debug/$name") +
            listOf("--language", "kotlin", "--no-format", "--out-dir", out),
    )
}

tasks.named("preBuild") { dependsOn(core, bindings) }
