package app.attune.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of why a user is in or out, to be shown below each other: the heading of a group above its rows, or a row.
///
/// @param depth how many headings stand around it
/// @param mark  whether it does what the whole needs of it
/// @param decides whether it is one of those that put the user in, or of those that keep them out
/// @param settledBy the innermost group around it that is as it must be, where it is not needed for that reason
public record ExplainedLine(Explanation part, int depth, Mark mark, boolean decides, Optional<Explanation> settledBy) {
    /// What a part means for the whole.
    public enum Mark {
        /// It holds, as it must.
        HOLDS,
        /// It does not hold, as it must not.
        RIGHTLY_NOT,
        /// It is not as it was to be, and need not, since a group around it is as it must be.
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
        new Lines(whole.matched(), bare ? 1 : 0, lines).add(whole, new Around(0, true, true, Optional.empty()));
        return List.copyOf(bare ? lines.subList(1, lines.size()) : lines);
    }

    /// What stands around a part.
    ///
    /// @param wanted  whether the part is to hold
    /// @param decides whether all groups around it decide
    /// @param settled the innermost group around it that is as it must be
    private record Around(int depth, boolean wanted, boolean decides, Optional<Explanation> settled) {}

    private record Lines(boolean in, int left, List<ExplainedLine> lines) {
        void add(Explanation part, Around around) {
            boolean right = part.matched() == around.wanted();
            boolean decides = around.decides() && right == in;
            Mark mark = mark(right, decides, around.wanted());
            lines.add(new ExplainedLine(
                    part,
                    Math.max(0, around.depth() - left),
                    mark,
                    decides,
                    around.settled().filter(group -> mark == Mark.NOT_NEEDED)));
            boolean wanted = part.condition() instanceof NoneOf != around.wanted();
            Optional<Explanation> settled = right ? Optional.of(part) : around.settled();
            part.parts().forEach(one -> add(one, new Around(around.depth() + 1, wanted, decides, settled)));
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
