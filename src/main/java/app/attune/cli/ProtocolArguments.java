package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.recommend.Protocol;
import app.attune.recommend.SplitFileReader;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.SplitWay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How recommenders are measured: what trains and what tests.
final class ProtocolArguments {
    private static final int USUAL_PERIODS = 4;
    private static final int USUAL_MONTHS = 12;

    @Option(
            names = "--split",
            paramLabel = "WAY",
            description = "What trains and what tests. By time: temporal, a share that trains such as 0.8, or the"
                    + " instant before which events train (default 0.8). To compare and evaluate also: rolling (several"
                    + " points in time, each tested by models trained on all before), monthly (the same by months),"
                    + " leave-last-out (each user's last new item tests; leaks the future of others), file.")
    @Nullable
    private String split;

    @Option(
            names = "--periods",
            paramLabel = "N",
            description = "Of --split rolling: equal periods that are tested (default 4). Of monthly: the last months"
                    + " (default 12).")
    @Nullable
    private Integer periods;

    @Option(
            names = "--split-file",
            paramLabel = "FILE",
            description = "CSV with the columns user and item, and part (train, test or validation) if you have one;"
                    + " without it the pairs named test and all others train.")
    @Nullable
    private Path file;

    @Option(
            names = "--k-core",
            paramLabel = "N",
            description = "Leaves users and items with fewer than N of each other out of what trains, again and again"
                    + " until all have N (default: keeps all). Never of what tests.")
    @Nullable
    private Integer core;

    /// Whether any of it was typed.
    boolean isGiven() {
        return split != null || periods != null || file != null || core != null;
    }

    /// 0 keeps all.
    int core() {
        int least = Optional.ofNullable(core).orElse(0);
        return Words.checked(() -> new Protocol(Protocol.usual().way(), least)).core();
    }

    /// The point in time of a training.
    ///
    /// @throws ProblemException `cli.bad-split` for another way
    SplitPoint point() {
        if (way(Progress.none()) instanceof SplitWay.ByTime time) {
            return time.point();
        }
        throw ProblemException.of(
                "cli.bad-split",
                "A model that is kept is measured by time, not by --split " + split + ".",
                "Write a share such as 0.8 or a time; attune evaluate and attune compare measure in other ways.");
    }

    Protocol protocol(Progress progress) {
        return new Protocol(way(progress), core());
    }

    private SplitWay way(Progress progress) {
        String wanted = Optional.ofNullable(split).orElse(file == null ? "temporal" : "file");
        boolean rolls = wanted.equals("rolling") || wanted.equals("monthly");
        if (periods != null && !rolls) {
            throw alone("--periods is of --split rolling and --split monthly.");
        }
        if ((file != null) != wanted.equals("file")) {
            throw alone("--split file and --split-file go together.");
        }
        return switch (wanted) {
            case "temporal" -> Protocol.usual().way();
            case "leave-last-out" -> new SplitWay.LeaveLastOut();
            case "rolling" -> Words.checked(() -> new SplitWay.RollingOrigin(periods(USUAL_PERIODS)));
            case "monthly" -> Words.checked(() -> new SplitWay.ByMonth(periods(USUAL_MONTHS)));
            case "file" -> new SplitWay.OwnFile(SplitFileReader.read(Words.given(file, "--split-file"), progress));
            default -> new SplitWay.ByTime(point(wanted));
        };
    }

    private int periods(int usual) {
        return Optional.ofNullable(periods).orElse(usual);
    }

    private static ProblemException alone(String what) {
        return ProblemException.of("cli.not-together", what, "See --help for what goes together.");
    }

    private static SplitPoint point(String written) {
        try {
            return written.contains("-")
                    ? new SplitPoint.At(Instant.parse(written))
                    : new SplitPoint.Share(Double.parseDouble(written));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw ProblemException.of(
                    "cli.bad-split",
                    "--split does not understand " + written + ".",
                    "Write temporal, a share such as 0.8, a time such as 2026-10-01T00:00:00Z, leave-last-out,"
                            + " rolling, monthly or file.");
        }
    }
}
