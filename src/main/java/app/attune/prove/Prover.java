package app.attune.prove;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.decider.Verification;
import app.attune.prove.EngineRun.FlagDifference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Asks engines about every case and compares with what the bundle decides.
public final class Prover {
    private static final int SHOWN = 10;
    private static final int BETWEEN_REPORTS = 500;
    private static final int LONGEST_SHOWN = 4000;

    private final Clock clock;
    private final Duration patience;

    public Prover(Clock clock) {
        this(clock, Duration.ofMinutes(5));
    }

    /// @param patience how long an engine may say nothing
    public Prover(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /// @throws ProblemException if the bundle is not sound, has no target that is asked for or an engine is not known
    public Certificate prove(ProofRequest request, Progress progress) {
        return BundleCheck.reading(() -> certificate(request, progress));
    }

    private Certificate certificate(ProofRequest request, Progress progress) {
        Verification verification = verified(request.bundle(), progress);
        BundleFolder folder = BundleFolder.open(request.bundle());
        List<Engine> engines = asked(request, folder);
        ExpectedFlags flags = ExpectedFlags.of(folder);
        List<ProofCase> cases = ProofCases.of(folder, request);
        List<Map<String, String>> expected = expected(flags, cases, progress);
        List<EngineRun> runs = new ArrayList<>();
        for (Engine engine : engines) {
            runs.add(new Asking(engine, flags, cases, expected).run(request, folder, progress));
        }
        return new Certificate(
                String.valueOf(request.bundle().toAbsolutePath().normalize().getFileName()),
                verification.bundleHash(),
                clock.instant(),
                request.seed(),
                counts(cases),
                flags.keys().size(),
                runs);
    }

    private static Verification verified(Path bundle, Progress progress) {
        if (Files.isRegularFile(bundle)) {
            throw ProblemException.of(
                    "prove.packed",
                    bundle + " is a file; engines read the bundle's files in its folder.",
                    "Unpack it, and name the folder that holds " + BundleFormat.MANIFEST + ".");
        }
        Verification verification = BundleCheck.verify(bundle, progress);
        if (!verification.isSound()) {
            throw ProblemException.of(
                    "prove.not-sound",
                    bundle + " is not what was exported, so proving it would say nothing.",
                    "attune verify says what is wrong with it.");
        }
        return verification;
    }

    private static List<Map<String, String>> expected(ExpectedFlags flags, List<ProofCase> cases, Progress progress) {
        List<Map<String, String>> expected = new ArrayList<>();
        for (ProofCase each : cases) {
            if (expected.size() % BETWEEN_REPORTS == 0) {
                progress.checkpoint();
                progress.report("Deciding every case with the bundle", expected.size(), cases.size());
            }
            expected.add(flags.of(each.profile()));
        }
        return expected;
    }

    private static SortedMap<CaseKind, Integer> counts(List<ProofCase> cases) {
        SortedMap<CaseKind, Integer> counts = new TreeMap<>();
        cases.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
        return counts;
    }

    private static List<Engine> asked(ProofRequest request, BundleFolder folder) {
        List<Engine> known = Engines.in(request.engines());
        List<Engine> asked = request.names().isEmpty()
                ? known.stream().filter(engine -> isThere(engine, folder)).toList()
                : request.names().stream()
                        .distinct()
                        .map(name -> Engines.named(name, known))
                        .toList();
        for (Engine engine : asked) {
            if (!isThere(engine, folder)) {
                throw noTarget("no files for " + engine.name(), "--target " + engine.target());
            }
        }
        if (asked.isEmpty()) {
            throw noTarget("no files for any engine", "--target and its name");
        }
        return asked;
    }

    private static boolean isThere(Engine engine, BundleFolder folder) {
        return folder.has(contextOf(engine));
    }

    private static String contextOf(Engine engine) {
        return "targets/" + engine.target() + "/" + TargetContext.NAME;
    }

    private static ProblemException noTarget(String what, String option) {
        return ProblemException.of(
                "prove.no-target", "The bundle has " + what + ".", "Export it again with " + option + ".");
    }

    /// As files can hold it: cut, and half of a letter written as its number.
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.substring(0, Math.min(LONGEST_SHOWN, text.length())).codePoints().forEach(letter -> {
            if (Character.getType(letter) == Character.SURROGATE) {
                shown.append("\\u%04x".formatted(letter));
            } else {
                shown.appendCodePoint(letter);
            }
        });
        return shown.append(text.length() > LONGEST_SHOWN ? "\u2026" : "").toString();
    }

    /// One engine and all cases.
    private final class Asking {
        private final Engine engine;
        private final EngineAnswers answers;
        private final List<ProofCase> cases;
        private final List<Map<String, String>> expected;
        private final List<FlagDifference> differences = new ArrayList<>();
        private int differing;
        private int done;
        private String version = "";
        private String runtime = "";

        Asking(Engine engine, ExpectedFlags flags, List<ProofCase> cases, List<Map<String, String>> expected) {
            this.engine = engine;
            this.answers = new EngineAnswers(flags);
            this.cases = cases;
            this.expected = expected;
        }

        EngineRun run(ProofRequest request, BundleFolder folder, Progress progress) {
            if (!engine.isInstalled(request.engines())) {
                return EngineRun.notRun(
                        engine,
                        new Problem(
                                "prove.not-installed",
                                "It is not in " + request.engines() + ".",
                                "Install it: " + engine.install()));
            }
            TargetContext context = TargetContext.read(Json.read(folder.text(contextOf(engine)), contextOf(engine)));
            Path files = request.bundle().resolve("targets").resolve(engine.target());
            Optional<Problem> problem = Optional.empty();
            try (EngineProcess process =
                    EngineProcess.start(engine, engine.command(request.engines(), files), patience)) {
                compare(process, context, progress);
            } catch (ProblemException e) {
                problem = Optional.of(e.problem());
            }
            return new EngineRun(
                    engine.name(), engine.target(), version, runtime, done, differing, differences, problem);
        }

        private void compare(EngineProcess process, TargetContext context, Progress progress) {
            process.send(cases.stream().map(each -> context.of(each.profile())));
            JsonNode hello = process.next(progress);
            version = hello.path("version").asText();
            runtime = hello.path("runtime").asText();
            if (hello.has("error") || !hello.path("engine").isTextual()) {
                throw ProblemException.of(
                        "prove.engine-start",
                        engine.name() + " did not start: " + hello.path("error").asText("it did not say what it is")
                                + ".",
                        "Install it again: " + engine.install());
            }
            for (ProofCase each : cases) {
                if (done % BETWEEN_REPORTS == 0) {
                    progress.report("Asking " + engine.name(), done, cases.size());
                }
                compare(each, context, process.next(progress));
            }
        }

        private void compare(ProofCase each, TargetContext context, JsonNode answer) {
            Optional<EngineAnswers.Wrong> wrong = answers.wrong(answer, expected.get(done));
            done++;
            wrong.ifPresent(found -> {
                differing++;
                if (differences.size() < SHOWN) {
                    differences.add(new FlagDifference(
                            each.kind(),
                            found.flag(),
                            found.expected(),
                            shown(found.got()),
                            shown(Json.write(context.of(each.profile())))));
                }
            });
        }
    }
}
