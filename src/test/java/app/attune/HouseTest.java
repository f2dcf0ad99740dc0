package app.attune;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The house: which package may use which, and where the heavy libraries live.
final class HouseTest {
    private static final String ROOT = "app.attune";

    /// The package table: each package and what it may use, besides itself.
    private static final Map<String, Set<String>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("stats", Set.of("core")),
            Map.entry("ui", Set.of("core")),
            Map.entry("events", Set.of("core", "ui")),
            Map.entry("profiles", Set.of("core", "ui", "events")),
            Map.entry("segments", Set.of("core", "ui", "events", "profiles")),
            Map.entry("rules", Set.of("core", "stats", "ui", "profiles", "segments")),
            Map.entry("recommend", Set.of("core", "stats", "ui", "events", "profiles", "segments")),
            Map.entry("propensity", Set.of("core", "stats", "ui", "events", "profiles", "segments")),
            Map.entry(
                    "decide",
                    Set.of(
                            "core",
                            "stats",
                            "ui",
                            "events",
                            "profiles",
                            "segments",
                            "rules",
                            "recommend",
                            "propensity")),
            Map.entry("audit", Set.of("core", "stats", "ui", "profiles", "segments", "decide")),
            Map.entry(
                    "drift",
                    Set.of("core", "stats", "ui", "events", "profiles", "segments", "recommend", "propensity")),
            Map.entry("experiment", Set.of("core", "stats", "ui", "events", "profiles", "segments", "decide")),
            Map.entry("export", Set.of("core", "ui", "segments", "rules", "recommend", "decide", "audit")),
            Map.entry("cli", featuresAndCore()),
            Map.entry("workbench", everything())));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Set<String> featuresAndCore() {
        return Set.of(
                "core",
                "stats",
                "events",
                "profiles",
                "segments",
                "rules",
                "recommend",
                "propensity",
                "decide",
                "audit",
                "drift",
                "experiment",
                "export");
    }

    private static Set<String> everything() {
        Set<String> all = new TreeSet<>(featuresAndCore());
        all.addAll(Set.of("ui", "cli"));
        return all;
    }

    private static final Map<String, ArchRule> RULES = rules();

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new TreeMap<>();
        TABLE.forEach((name, allowed) -> rules.put("table: " + name, onlyUses(name, allowed)));
        rules.put(
                "no cycles",
                SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
        rules.put(
                "a window only in ui, *.ui and workbench",
                outside("..ui..", ROOT + ".workbench..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "org.jfree..", "atlantafx..", "org.kordamp..", "java.awt.."));
        rules.put(
                "JFreeChart only in ui.chart",
                outside(ROOT + ".ui.chart..").should().dependOnClassesThat().resideInAnyPackage("org.jfree.."));
        rules.put(
                "SQL only in stores and core.sql",
                outside("..store..", ROOT + ".core.sql..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."));
        rules.put(
                "Smile only where models and statistics are",
                outside(
                                ROOT + ".stats..",
                                ROOT + ".segments..",
                                ROOT + ".recommend..",
                                ROOT + ".propensity..",
                                ROOT + ".drift..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("smile.."));
        rules.put(
                "a screen never touches a store",
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".*.ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT + ".*.store..", ROOT + ".core.sql.."));
        rules.put("a screen never touches another feature's screen", screensApart());
        rules.put(
                "a screen of the command line does not exist",
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".cli..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT + ".*.ui..", ROOT + ".ui.."));
        rules.put("threads only in ui", calls("Thread", "<init>", ROOT + ".ui.."));
        rules.put("the screen's queue only in ui", calls("Platform", "runLater", ROOT + ".ui.."));
        rules.put("time only from a clock", calls("Instant", "now", ROOT + ".cli..", ROOT + ".workbench.."));
        rules.put(
                "chance only from a seed",
                outside(ROOT + ".cli..", ROOT + ".workbench..")
                        .should()
                        .callConstructor(Random.class)
                        .orShould()
                        .callMethod(Math.class, "random"));
        rules.put(
                "standard output only in cli",
                outside(ROOT + ".cli..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"));
        rules.put(
                "no Java serialization",
                noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream"));
        return rules;
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outside(String... packages) {
        return noClasses().that(resideOutsideOfPackages(packages));
    }

    private static ArchRule onlyUses(String name, Set<String> allowed) {
        List<String> forbidden = TABLE.keySet().stream()
                .filter(other -> !other.equals(name) && !allowed.contains(other))
                .map(other -> ROOT + "." + other + "..")
                .toList();
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                .allowEmptyShould(true);
    }

    private static ArchRule screensApart() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + ".*.ui..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "another feature's screen",
                        access -> isScreen(access.getTargetOwner()) && !sameFeature(access)));
    }

    private static boolean isScreen(JavaClass type) {
        return type.getPackageName().matches("app\\.attune\\.\\w+\\.ui(\\..*)?");
    }

    private static boolean sameFeature(JavaAccess<?> access) {
        return feature(access.getOriginOwner()).equals(feature(access.getTargetOwner()));
    }

    private static String feature(JavaClass type) {
        String rest =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static ArchRule calls(String simpleName, String member, String... allowedPackages) {
        return outside(allowedPackages)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        simpleName + "." + member,
                        access -> access.getTargetOwner().getSimpleName().equals(simpleName)
                                && access.getTargetOwner()
                                        .getPackageName()
                                        .matches("java\\.(lang|time)|javafx\\.application")
                                && access.getTarget().getName().equals(member)));
    }

    @Test
    void theTableHolds() {
        check("table: ");
    }

    @Test
    void theOtherRulesHold() {
        check("");
    }

    private static void check(String prefix) {
        List<String> broken = new ArrayList<>();
        RULES.forEach((name, rule) -> {
            if (prefix.isEmpty() != name.startsWith("table: ")) {
                var result = rule.allowEmptyShould(true).evaluate(CLASSES);
                result.getFailureReport().getDetails().forEach(detail -> broken.add(name + ": " + detail));
            }
        });
        assertTrue(broken.isEmpty(), () -> String.join("\n", broken));
    }

    /// A rule that silently stops being one must not go unnoticed.
    @Test
    void thereAreAsManyRulesAsThereShouldBe() {
        assertEquals(16, TABLE.size());
        assertEquals(16 + 14, RULES.size());
        assertTrue(CLASSES.size() > 100, "the house is not empty");
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> unknown = CLASSES.stream()
                .map(HouseTest::feature)
                .filter(name -> !TABLE.containsKey(name))
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        List<Path> bare = new ArrayList<>();
        for (Path folder : folders()) {
            Path described = folder.resolve("package-info.java");
            if (!Files.exists(described) || !Files.readString(described).contains("@NullMarked")) {
                bare.add(folder);
            }
        }
        assertEquals(List.of(), bare);
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path folder : folders()) {
            for (Path file : sources(folder)) {
                long lines = Files.readAllLines(file).size();
                if (lines > 300) {
                    tooLong.add(file.getFileName() + " " + lines);
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
