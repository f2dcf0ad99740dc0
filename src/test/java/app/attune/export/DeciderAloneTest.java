package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.BundleDecider;
import app.attune.decider.BundleException;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Verification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The decider with nothing beside it: no workbench, no library.
final class DeciderAloneTest {
    private static final WrittenBundle BUNDLE = WrittenBundle.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    /// A folder of the decider's classes, which are those of its jar.
    private Path classes() throws Exception {
        Path from = Path.of(BundleDecider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path to = Files.createDirectories(folder.resolve("classes/app/attune/decider"));
        try (Stream<Path> files = Files.list(from.resolve("app/attune/decider"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
        return folder.resolve("classes");
    }

    private static URLClassLoader alone(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void itMakesEveryGoldenDecisionAgain() throws Exception {
        Path bundle = BUNDLE.write(folder.resolve("bundle"));
        try (URLClassLoader loader = alone(classes())) {
            Class<?> verifier = loader.loadClass(BundleVerifier.class.getName());
            assertNotSame(BundleVerifier.class, verifier);
            Object found = verifier.getMethod("verify", Path.class).invoke(null, bundle);
            assertEquals(true, found.getClass().getMethod("isSound").invoke(found), found.toString());
            Object vectors = found.getClass().getMethod("vectors").invoke(found);
            assertTrue((int) vectors >= 200, "vectors " + vectors);
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.jspecify.annotations.NullMarked"));
        }
    }

    @Test
    void theExampleOfTheGuideRuns() throws Exception {
        Path bundle = BUNDLE.write(folder.resolve("bundle"));
        Path classes = classes();
        Path source = Files.writeString(folder.resolve("ShopServer.java"), example());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-Xlint:-options",
                "-cp",
                classes.toString(),
                "-d",
                classes.toString(),
                source.toString());
        assertEquals(0, failed);
        String said = run(classes, bundle);
        assertTrue(said.contains("Rules 3, "), said);
        assertTrue(said.contains("\n1. "), said);
        assertTrue(said.contains(": NOT_MATCHED"), said);
    }

    private static String example() throws IOException {
        String guide = Files.readString(Path.of("src/docs/decider.md"));
        int start = guide.indexOf("```java\n") + "```java\n".length();
        return guide.substring(start, guide.indexOf("```", start));
    }

    /// What the example prints.
    private static String run(Path classes, Path bundle) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader loader = alone(classes);
                PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(print);
            loader.loadClass("ShopServer").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {bundle.toString()});
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPackedBundleIsReadAsItsFolderIs() throws IOException {
        Verification plain = BUNDLE.verify(folder.resolve("bundle"));
        for (String inside : List.of("", "bundle-2026-11/")) {
            Path packed = BUNDLE.pack(inside, folder.resolve("bundle.zip"));
            assertEquals(plain, BundleVerifier.verify(packed));
            assertEquals(
                    plain.bundleHash(), BundleDecider.load(packed).identity().sha256());
        }
    }

    @Test
    void aPackedBundleThatIsNoneIsRefused() throws IOException {
        Path noZip = Files.writeString(folder.resolve("no.zip"), "no");
        assertEquals("bundle.not-found", code(noZip));
        assertEquals("bundle.malformed", code(packed("bundle/manifest.json", "rules.json", "bundle/rules.json")));
        for (String kind : List.of("f%d", "f%d/")) {
            String[] many = IntStream.range(0, 200).mapToObj(kind::formatted).toArray(String[]::new);
            assertEquals("bundle.too-many-files", code(packed(many)));
        }
        assertEquals("bundle.too-large", code(bomb("manifest.json")));
        assertEquals("bundle.too-large", code(bomb("nothing-to-see/")), "hidden in a folder");
        String text = BUNDLE.files().getOrDefault("rules.json", "");
        Verification odd =
                BundleVerifier.verify(BUNDLE.with("../rules.json", text).pack("", folder.resolve("bundle.zip")));
        assertTrue(odd.findings().toString().contains("../rules.json"), odd.toString());
    }

    private static String code(Path packed) {
        return assertThrows(BundleException.class, () -> BundleVerifier.verify(packed))
                .problem()
                .code();
    }

    /// Of empty files and folders.
    private Path packed(String... names) throws IOException {
        Path packed = folder.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return packed;
    }

    private Path bomb(String name) throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 257; i++) {
                zip.write(block);
            }
        }
        return bomb;
    }
}
