package app.attune.segments;

import java.util.ArrayList;
import java.util.List;

/// One line of why a user is in or out, to be shown below each other: the heading of a group above its rows, or a row.
///
/// @param depth how many headings stand around it
/// @param mark  whether it does what the whole needs of it
/// @param decides whether it is one of those that put the user in, or of those that keep them out
public record ExplainedLine(Explanation part, int depth, Mark mark, boolean decides) {
    /// What a part means for the whole.
    public enum Mark {
        /// It holds, as it must.
        HOLDS,
        /// It does not hold, as it must not.
        RIGHTLY_NOT,
        /// It is not as it was to be, and need not, since the group around it is as it must be.
        NOT_NEEDED,
        /// It does not hold and keeps the user out.
        FAILS,
        /// It holds, keeps the user out and must not hold.
        WRONGLY_HOLDS
    }

    /// The lines of a whole, top-down. An "all of" at the top has no heading.
    public static List<ExplainedLine> of(Explanation whole) {
        List<ExplainedLine> lines = new ArrayList<>();
        boolean bare = !whole.isRow() && whole.condition() instanceof AllOf;
        new Lines(whole.matched(), bare ? 1 : 0, lines).add(whole, new Around(0, true, true));
        return List.copyOf(bare ? lines.subList(1, lines.size()) : lines);
    }

    /// What stands around a part.
    ///
    /// @param wanted  whether the part is to hold
    /// @param decides whether all groups around it decide
    private record Around(int depth, boolean wanted, boolean decides) {}

    private record Lines(boolean in, int left, List<ExplainedLine> lines) {
        void add(Explanation part, Around around) {
            boolean right = part.matched() == around.wanted();
            boolean decides = around.decides() && right == in;
            lines.add(new ExplainedLine(
                    part, Math.max(0, around.depth() - left), mark(right, decides, around.wanted()), decides));
            boolean wanted = part.condition() instanceof NoneOf != around.wanted();
            part.parts().forEach(one -> add(one, new Around(around.depth() + 1, wanted, decides)));
        }

        private static Mark mark(boolean right, boolean decides, boolean wanted) {
            if (right) {
                return wanted ? Mark.HOLDS : Mark.RIGHTLY_NOT;
            }
            if (!decides) {
                return Mark.NOT_NEEDED;
            }
            return wanted ? Mark.FAILS : Mark.WRONGLY_HOLDS;
        }
    }
}
