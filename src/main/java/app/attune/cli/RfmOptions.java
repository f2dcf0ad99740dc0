package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.segments.rfm.Cuts;
import app.attune.segments.rfm.RfmAxes;
import app.attune.segments.rfm.RfmAxis;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmService;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How buyers are cut into cells, and which cells are meant.
final class RfmOptions {
    @Option(
            names = "--recency",
            paramLabel = "DAYS",
            description = "For rfm: limits in days, such as 7,30,90; fifths if not given.")
    @Nullable
    private String recency;

    @Option(
            names = "--times",
            paramLabel = "NUMBERS",
            description = "For rfm: limits of the number of purchases, such as 1,2,5; fifths if not given.")
    @Nullable
    private String times;

    @Option(
            names = "--money",
            paramLabel = "AMOUNTS",
            description = "For rfm: limits of what was spent in all, such as 100,500; fifths if not given.")
    @Nullable
    private String money;

    @Option(
            names = "--axes",
            paramLabel = "LETTERS",
            description =
                    "For rfm: which two of recency, frequency and money to cut by: RF, RM or FM; RF if not given.")
    @Nullable
    private String axes;

    @Option(
            names = "--cells",
            split = ",",
            paramLabel = "CELL",
            description =
                    "For rfm with a name: cells to make a segment of, as R1F5 for the most recent and most frequent.")
    private List<String> cells = List.of();

    /// @throws ProblemException `cli.bad-option` if any was given
    void refuse() {
        if (Stream.of(recency, times, money, axes).anyMatch(Objects::nonNull) || !cells.isEmpty()) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--recency, --times, --money, --axes and --cells cut the grid of rfm.",
                    "For example attune segment WORKSPACE rfm --recency 7,30,90 --times 1,2,5.");
        }
    }

    /// A name without cells, or cells without a name, would make no segment.
    ///
    /// @param name empty for none
    /// @throws ProblemException `cli.missing-argument` or `cli.missing-option`
    void requireBoth(String name) {
        if (name.isEmpty() && !cells.isEmpty()) {
            throw ProblemException.of(
                    "cli.missing-argument",
                    "--cells makes a segment of " + String.join(", ", cells) + ", and its name is missing.",
                    "Name it, as in attune segment WORKSPACE rfm \"Best buyers\" --cells " + String.join(",", cells)
                            + ", or leave --cells out to see the grid.");
        }
        if (!name.isEmpty() && cells.isEmpty()) {
            throw ProblemException.of(
                    "cli.missing-option",
                    "A segment \"" + name + "\" needs cells to be made of.",
                    "Give them with --cells, as in --cells R1F3,R2F3, or leave the name out to see the grid.");
        }
    }

    /// @throws ProblemException `segments.bad-cuts` or `cli.bad-option`
    RfmService.Wish wish() {
        RfmAxes chosen = axes();
        for (RfmAxis axis : RfmAxis.values()) {
            if (limits(axis).isPresent() && !chosen.has(axis)) {
                throw ProblemException.of(
                        "cli.bad-option",
                        option(axis) + " is given, but the grid is cut by " + chosen.letters() + ".",
                        "Leave it out, or name it among the axes, as in --axes "
                                + (axis == RfmAxis.FREQUENCY ? "RF" : "RM") + ".");
            }
        }
        return new RfmService.Wish(chosen, limits(chosen.rows()), limits(chosen.columns()));
    }

    private RfmAxes axes() {
        if (axes == null) {
            return RfmAxes.RECENCY_FREQUENCY;
        }
        return Arrays.stream(RfmAxes.values())
                .filter(one -> one.letters().equalsIgnoreCase(axes))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "cli.bad-option",
                        "\"" + axes + "\" does not name two axes.",
                        "Choose RF, RM or FM: of recency, frequency and money."));
    }

    private Optional<Cuts> limits(RfmAxis axis) {
        String typed = switch (axis) {
            case RECENCY -> recency;
            case FREQUENCY -> times;
            case MONEY -> money;
        };
        return Optional.ofNullable(typed).map(Cuts::read);
    }

    private static String option(RfmAxis axis) {
        return switch (axis) {
            case RECENCY -> "--recency";
            case FREQUENCY -> "--times";
            case MONEY -> "--money";
        };
    }

    /// @throws ProblemException `cli.bad-option`
    List<RfmGrid.Cell> chosen(RfmGrid grid) {
        return cells.stream().map(one -> chosen(grid, one)).toList();
    }

    private static RfmGrid.Cell chosen(RfmGrid grid, String name) {
        return grid.cells().stream()
                .filter(cell -> grid.name(cell).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "cli.bad-option",
                        "There is no cell " + name + ".",
                        "Cells are called " + grid.name(grid.cells().getFirst()) + " to "
                                + grid.name(grid.cells().getLast()) + "."));
    }
}
