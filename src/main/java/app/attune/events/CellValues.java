package app.attune.events;

/// The values of one column of the event table, by row of the frame, in the way they compare.
public sealed interface CellValues {
    /// A mask: work looks up every 65,536 steps whether it is still wanted.
    int CHECK = 0xFFFF;

    /// Texts as codes; [Dictionary#MISSING] where there is none. Two codes may have the same text.
    non-sealed interface Texts extends CellValues {
        int code(int row);

        String text(int code);

        /// How many codes there are.
        int size();
    }

    /// Numbers, NaN where there is none.
    non-sealed interface Numbers extends CellValues {
        double number(int row);
    }

    /// Points in time, [DateColumn#MISSING] where there is none.
    non-sealed interface Times extends CellValues {
        long millis(int row);
    }
}
