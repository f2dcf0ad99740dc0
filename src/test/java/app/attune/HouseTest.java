package app.attune;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.BundleException;
import app.attune.prove.BundleCheck;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The rules of the house. Plain tests, so that none can be skipped unseen; the last step counts them.
class HouseTest {
    private static final int RULES = 18;
    private static final AtomicInteger RAN = new AtomicInteger();
    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.attune");
    private static final int LINES = 300;
    private static final int METHOD_LINES = 30;

    /// To be split when somebody works on them; nothing is added here.
    private static final Set<String> LONG_METHODS = Set.of(
            "ArchiveReader.readManifest",
            "ColumnProfiler.amounts",
            "ColumnsView.initialize",
            "ConsentBox.add",
            "ConsentCommand.status",
            "FormatDetection.detect",
            "InteractionSelection.select",
            "MappingGuess.mapped",
            "ModelActions.of",
            "PeopleViewModel.run",
            "PresetMatch.of",
            "ReconcileCommand.compared",
            "RuleCommand.list",
            "RulesPage.RulesPage",
            "SampleRules.all",
            "SegmentCommand.count",
            "Services.Services",
            "SingleByteScores.best",
            "SourceGroups.largest");
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current");

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() {
        check(classes().should(House.useOnly("what the table allows", House::isAllowed)));
    }

    @Test
    void everyPackageIsInTheTable() {
        List<String> unknown = APPLICATION.stream()
                .map(House::featureOf)
                .filter(feature -> !House.MAY_USE.containsKey(feature))
                .distinct()
                .toList();
        ran();
        assertEquals(List.of(), unknown);
    }

    @Test
    void packagesHaveNoCycles() {
        check(SlicesRuleDefinition.slices().matching("app.attune.(**)").should().beFreeOfCycles());
    }

    @Test
    void windowsAndChartsAreDrawnOnScreenOnly() {
        check(noClasses()
                .that(DescribedPredicate.not(House.onScreen()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javafx..", "org.jfree..", "atlantafx..", "org.kordamp..", "java.awt..", "javax.swing..")));
    }

    /// Servers take it alone. JSpecify's annotations need not be there at run time.
    @Test
    void theDeciderNeedsNothingButJava() {
        check(classes()
                .that(House.inFeatures("decider"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations..", "app.attune.decider..")));
    }

    @Test
    void oneClassTurnsFailuresOfTheDeciderIntoProblems() {
        check(noClasses()
                .that(DescribedPredicate.not(House.inFeatures("decider")))
                .and()
                .doNotBelongToAnyOf(BundleCheck.class)
                .should()
                .callMethod(BundleException.class, "problem"));
    }

    @Test
    void sqlIsInStoresOnly() {
        check(noClasses()
                .that(DescribedPredicate.not(House.inRoom("store"))
                        .and(resideOutsideOfPackage("app.attune.core.sql..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")));
    }

    @Test
    void screensNeverTouchAStore() {
        check(noClasses()
                .that(House.inRoom("ui"))
                .should()
                .dependOnClassesThat(House.inRoom("store").or(resideInAnyPackage("app.attune.core.sql.."))));
    }

    @Test
    void screensOfOneFeatureNeverUseThoseOfAnother() {
        check(classes()
                .that(House.inRoom("ui"))
                .should(House.useOnly(
                        "screens of their own feature",
                        (from, to) -> !House.roomOf(to).equals("ui")
                                || House.featureOf(from).equals(House.featureOf(to)))));
    }

    @Test
    void commandLineKnowsNoScreen() {
        check(noClasses().that(House.inFeatures("cli")).should().dependOnClassesThat(House.onScreen()));
    }

    @Test
    void storesAreMadeByTheCompositionRootsOnly() {
        check(classes()
                .that(DescribedPredicate.not(House.inFeatures("cli", "workbench")))
                .should(House.useOnly(
                        "stores of their own room",
                        (from, to) -> !House.roomOf(to).equals("store")
                                || from.getPackageName().equals(to.getPackageName()))));
    }

    @Test
    void smileIsUsedWhereModelsAndTestsAre() {
        check(noClasses()
                .that(DescribedPredicate.not(House.inFeatures("stats", "segments", "recommend", "propensity", "drift")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("smile..")));
    }

    @Test
    void threadsAndLaterRunsBelongToTheKit() {
        check(noClasses()
                .should()
                .callConstructorWhere(constructorOf("java.lang.Thread"))
                .orShould()
                .callMethodWhere(methodIn(Set.of("javafx.application.Platform.runLater"))
                        .and(from(DescribedPredicate.not(House.inFeatures("ui"))))));
    }

    @Test
    void timeAndChanceArePassedIn() {
        check(noClasses()
                .that(DescribedPredicate.not(House.inFeatures("cli", "workbench")))
                .should()
                .callMethodWhere(methodIn(CLOCKS))
                .orShould()
                .callConstructorWhere(constructorOf("java.util.Random")
                        .or(constructorOf("java.util.SplittableRandom"))
                        .and(DescribedPredicate.describe(
                                "without a seed",
                                call -> call.getTarget().getRawParameterTypes().isEmpty()))));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that(DescribedPredicate.not(House.inFeatures("cli")))
                .should()
                .accessField(System.class, "out"));
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        List<String> bare = sources()
                .map(path -> path.resolveSibling("package-info.java"))
                .distinct()
                .filter(path -> !Files.exists(path)
                        || !read(path).startsWith("///")
                        || !read(path).contains("@NullMarked"))
                .map(Path::toString)
                .toList();
        ran();
        assertEquals(List.of(), bare);
    }

    @Test
    void filesAreShort() {
        Map<String, Long> tooLong = sources()
                .filter(path -> read(path).lines().count() > LINES)
                .collect(java.util.stream.Collectors.toMap(
                        Path::toString, path -> read(path).lines().count()));
        ran();
        assertEquals(Map.of(), tooLong, "files over " + LINES + " lines");
    }

    @Test
    void methodsAreShort() {
        Set<String> tooLong = new TreeSet<>();
        sources()
                .forEach(path -> MethodLengths.of(read(path)).forEach((name, lines) -> {
                    if (lines > METHOD_LINES) {
                        tooLong.add(path.getFileName().toString().replace(".java", ".") + name);
                    }
                }));
        ran();
        tooLong.removeAll(LONG_METHODS);
        assertEquals(Set.of(), tooLong, "methods over " + METHOD_LINES + " lines");
    }

    @AfterAll
    static void everyRuleRan() {
        long declared = Arrays.stream(HouseTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        assertEquals(RULES, declared, "rules of the house");
        assertEquals(RULES, RAN.get(), "rules that ran");
    }

    private static void check(ArchRule rule) {
        ran();
        assertTrue(APPLICATION.size() > 50, "the application's classes were found");
        rule.allowEmptyShould(true).check(APPLICATION);
    }

    private static void ran() {
        RAN.incrementAndGet();
    }

    private static DescribedPredicate<JavaMethodCall> methodIn(Set<String> names) {
        return DescribedPredicate.describe("a call of " + names, call -> {
            MethodCallTarget target = call.getTarget();
            return names.contains(target.getOwner().getFullName() + "." + target.getName());
        });
    }

    private static DescribedPredicate<JavaMethodCall> from(DescribedPredicate<JavaClass> origin) {
        return DescribedPredicate.describe(
                "from classes " + origin.getDescription(), call -> origin.test(call.getOriginOwner()));
    }

    private static DescribedPredicate<JavaConstructorCall> constructorOf(String type) {
        return DescribedPredicate.describe("new " + type, call -> {
            ConstructorCallTarget target = call.getTarget();
            return target.getOwner().getFullName().equals(type);
        });
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
