package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.segments.SegmentAbout;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a segment is for, as it is typed; what is not typed stays as it was.
final class AboutOptions {
    @Option(names = "--goal", description = "For about and save: what is to be reached, in a sentence.")
    @Nullable
    private String goal;

    @Option(names = "--figure", description = "For about and save: conversion, revenue, events or none.")
    @Nullable
    private String figure;

    @Option(
            names = "--target",
            paramLabel = "NUMBER",
            description = "For about and save: what the figure is to be, percent of conversion; none takes it away.")
    @Nullable
    private String target;

    @Option(names = "--owner", description = "For about and save: who answers for the segment.")
    @Nullable
    private String owner;

    @Option(names = "--remark", description = "For about and save: whatever else is to be known of the segment.")
    @Nullable
    private String remark;

    boolean isGiven() {
        return goal != null || figure != null || target != null || owner != null || remark != null;
    }

    /// @throws ProblemException `cli.bad-option` if any was given
    void refuse() {
        if (isGiven()) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--goal, --figure, --target, --owner and --remark say what a segment is for.",
                    "For example attune segment WORKSPACE about vip --owner Ada.");
        }
    }

    /// @throws ProblemException `cli.bad-choice` or `cli.bad-option`
    SegmentAbout over(SegmentAbout before) {
        SegmentAbout now = before;
        now = goal == null ? now : now.withGoal(goal);
        now = figure == null ? now : now.withFigure(Choices.of("--figure", figure, SegmentAbout.Figure.values()));
        now = target == null ? now : now.withTarget(number(target));
        now = owner == null ? now : now.withOwner(owner);
        return remark == null ? now : now.withNote(remark);
    }

    private static double number(String typed) {
        if (typed.toLowerCase(Locale.ROOT).equals("none")) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(typed.replace("%", ""));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as of numbers that are none.
        }
        throw ProblemException.of(
                "cli.bad-option",
                "--target \"" + typed + "\" is no number.",
                "Type a number such as 12.5, or none to take it away.");
    }
}
