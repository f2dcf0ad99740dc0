package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.Require;
import java.math.BigDecimal;
import java.util.Optional;

/// What a segment is for and who answers for it; part of each version.
///
/// @param goal   what is to be reached with these users, in a sentence; possibly empty
/// @param figure the key figure that tells whether it is reached
/// @param target what that figure is to be: percent of conversion, else an amount a user; NaN where nothing is said
/// @param owner  who answers for it; possibly empty
/// @param note   whatever else is to be known; possibly empty
public record SegmentAbout(String goal, Figure figure, double target, String owner, String note) {
    /// The code of a problem: nothing can reach the target.
    public static final String UNREACHABLE = "segments.target-unreachable";

    private static final double ALL = 100;

    /// Nothing said.
    public static final SegmentAbout NONE = new SegmentAbout("", Figure.NONE, Double.NaN, "", "");

    /// The key figures a goal can be told in.
    public enum Figure {
        NONE,
        CONVERSION,
        REVENUE,
        EVENTS
    }

    /// Blanks around texts do not count.
    public SegmentAbout {
        Require.that(!Double.isInfinite(target), "A target must be finite");
        goal = goal.strip();
        owner = owner.strip();
        note = note.strip();
    }

    /// Why nothing can reach the target; empty where something can, or none is set.
    public Optional<Problem> unreachable() {
        if (figure != Figure.CONVERSION || Double.isNaN(target) || (target >= 0 && target <= ALL)) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                UNREACHABLE,
                "A conversion of "
                        + BigDecimal.valueOf(target).stripTrailingZeros().toPlainString()
                        + "% cannot be reached: it is the share of the users who convert.",
                "Choose a target from 0% to 100%, or another key figure."));
    }

    /// Whether both tell the goal in the same figure and to the same target.
    public boolean aimsAs(SegmentAbout other) {
        return figure == other.figure && Double.compare(target, other.target) == 0;
    }

    /// The same with another goal.
    public SegmentAbout withGoal(String other) {
        return new SegmentAbout(other, figure, target, owner, note);
    }

    /// The same told in another key figure.
    public SegmentAbout withFigure(Figure other) {
        return new SegmentAbout(goal, other, target, owner, note);
    }

    /// The same with another target; NaN for none.
    public SegmentAbout withTarget(double other) {
        return new SegmentAbout(goal, figure, other, owner, note);
    }

    /// The same with another owner.
    public SegmentAbout withOwner(String other) {
        return new SegmentAbout(goal, figure, target, other, note);
    }

    /// The same with another note.
    public SegmentAbout withNote(String other) {
        return new SegmentAbout(goal, figure, target, owner, other);
    }
}
