// Makes one folder of classes of Android's libraries: `java Unpack.java ARCHIVES CLASSES`. Android's own build, which cannot be had
// here, would also give each of their resources a number and write the class R that holds them; so does this, without the resources.
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.tools.ToolProvider;

class Unpack {
    private static final Pattern PACKAGE = Pattern.compile("package=\"([^\"]+)\"");
    /** `int id back 0x0`, or `int styleable Row_height 1`, or `int[] styleable Row { 0x0, 0x0 }`. */
    private static final Pattern RESOURCE = Pattern.compile("int(\\[])? (\\w+) (\\w+) (.+)");
    /** The least number of an app's resource; views take only such as names of what they hold. */
    private static int next = 0x7f010000;

    public static void main(String[] args) throws IOException {
        Path classes = Files.createDirectories(Path.of(args[1]));
        Path sources = Files.createTempDirectory("resources");
        List<String> files = new ArrayList<>();
        try (var archives = Files.newDirectoryStream(Path.of(args[0]), "*.aar")) {
            for (Path archive : archives) {
                try (ZipFile zip = new ZipFile(archive.toFile())) {
                    unpack(new ZipInputStream(zip.getInputStream(zip.getEntry("classes.jar"))), classes);
                    Matcher name = PACKAGE.matcher(text(zip, "AndroidManifest.xml"));
                    String resources = text(zip, "R.txt");
                    if (name.find() && !resources.isBlank()) {
                        Path file = Files.createDirectories(sources.resolve(name.group(1))).resolve("R.java");
                        files.add(Files.writeString(file, numbers(name.group(1), resources)).toString());
                    }
                }
            }
        }
        files.addAll(0, List.of("-d", classes.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new)) != 0) {
            throw new IOException("the numbers of the resources did not compile");
        }
    }

    private static void unpack(ZipInputStream jar, Path classes) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (!entry.isDirectory()) {
                Path file = classes.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, jar.readAllBytes());
            }
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The class R of one library. */
    private static String numbers(String name, String resources) {
        Map<String, StringBuilder> kinds = new TreeMap<>();
        for (String line : resources.lines().toList()) {
            Matcher one = RESOURCE.matcher(line.strip());
            if (!one.matches()) {
                throw new IllegalArgumentException(name + ": " + line);
            }
            StringBuilder kind = kinds.computeIfAbsent(one.group(2), any -> new StringBuilder());
            String value = one.group(4);
            if (one.group(1) != null) {
                kind.append("public static int[] %s = %s;\n".formatted(one.group(3), value));
            } else {
                int number = one.group(2).equals("styleable") ? Integer.decode(value) : next++;
                kind.append("public static int %s = %d;\n".formatted(one.group(3), number));
            }
        }
        StringBuilder all = new StringBuilder("package %s;\npublic final class R {\n".formatted(name));
        kinds.forEach((kind, fields) -> all.append("public static final class %s {\n%s}\n".formatted(kind, fields)));
        return all.append("}\n").toString();
    }
}
