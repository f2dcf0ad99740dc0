package app.attune.segments.versions;

import app.attune.segments.Condition;
import java.util.List;

/// One thing that a condition says otherwise than an earlier one. Paths lead from the top of the condition a part is
/// in; an empty one means the whole.
public sealed interface Edit {
    /// A row or group that was not there. A group without parts stands for the bare group, whose rows were elsewhere.
    record Added(Condition part, List<Integer> path) implements Edit {
        public Added {
            path = List.copyOf(path);
        }
    }

    /// A row or group that is there no more. A group without parts stands for the bare group, whose rows are elsewhere.
    record Removed(Condition part, List<Integer> path) implements Edit {
        public Removed {
            path = List.copyOf(path);
        }
    }

    /// A row that asks for something else.
    record Changed(Condition before, Condition after, List<Integer> path) implements Edit {
        public Changed {
            path = List.copyOf(path);
        }
    }

    /// A group whose parts belong together in another way, whatever they are.
    record Regrouped(Condition before, Condition after, List<Integer> path) implements Edit {
        public Regrouped {
            path = List.copyOf(path);
        }
    }

    /// A part that is muted, locked or commented on otherwise.
    record Marked(Condition before, Condition after, List<Integer> path) implements Edit {
        public Marked {
            path = List.copyOf(path);
        }
    }

    /// The same row or group in another group.
    record Moved(Condition part, List<Integer> from, List<Integer> to) implements Edit {
        public Moved {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /// The parts of a group in another order, which means the same users.
    record Reordered(List<Integer> path) implements Edit {
        public Reordered {
            path = List.copyOf(path);
        }
    }
}
