package app.attune.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks and changes condition trees by path: the positions of the parts from the top down. A mark is no step of a
/// path:
/// a marked group has the parts of the group.
public final class Conditions {
    private Conditions() {}

    /// The parts of a group; none for a row.
    public static List<Condition> parts(Condition condition) {
        return switch (condition) {
            case AllOf(List < Condition > parts) -> parts;
            case AnyOf(List < Condition > parts) -> parts;
            case NoneOf(List < Condition > parts) -> parts;
            case MarkedCondition marked -> parts(marked.part());
            case AttributeCondition row -> List.of();
            case EventCondition row -> List.of();
            case UserCondition row -> List.of();
        };
    }

    public static boolean isGroup(Condition condition) {
        return switch (condition) {
            case AllOf group -> true;
            case AnyOf group -> true;
            case NoneOf group -> true;
            case MarkedCondition marked -> isGroup(marked.part());
            case AttributeCondition row -> false;
            case EventCondition row -> false;
            case UserCondition row -> false;
        };
    }

    /// The same group with other parts; a row stays as it is.
    public static Condition withParts(Condition condition, List<Condition> parts) {
        return switch (condition) {
            case AllOf group -> new AllOf(parts);
            case AnyOf group -> new AnyOf(parts);
            case NoneOf group -> new NoneOf(parts);
            case MarkedCondition marked -> Marks.keep(marked, withParts(marked.part(), parts));
            case AttributeCondition row -> row;
            case EventCondition row -> row;
            case UserCondition row -> row;
        };
    }

    /// Empty when the path leads nowhere.
    public static Optional<Condition> at(Condition top, List<Integer> path) {
        Condition here = top;
        for (int position : path) {
            List<Condition> parts = parts(here);
            if (position < 0 || position >= parts.size()) {
                return Optional.empty();
            }
            here = parts.get(position);
        }
        return Optional.of(here);
    }

    /// `path` and one step further.
    public static List<Integer> child(List<Integer> path, int position) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(position);
        return List.copyOf(longer);
    }

    /// How many groups lie above the deepest row, the top included.
    public static int depth(Condition condition) {
        return parts(condition).stream().mapToInt(Conditions::depth).max().orElse(0) + (isGroup(condition) ? 1 : 0);
    }
}
