package app.attune.events;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What is known last of every attribute of users or items as rows come: those that change nothing need not be kept.
final class LatestCodes {
    private final int[][] codes;
    private final BitSet[] timed;

    private LatestCodes(int[][] codes, BitSet[] timed) {
        this.codes = codes;
        this.timed = timed;
    }

    /// Of kept columns of which nothing is known.
    static LatestCodes nothing(List<KeptColumn> kept) {
        return of(Map.of(), Map.of(), kept.stream().map(KeptColumn::name).toList());
    }

    /// By column and subject.
    ///
    /// @param codes by name, then by subject
    /// @param timed the subjects whose value is that of a row with a time, by name
    /// @param names in order of the columns
    static LatestCodes of(Map<String, int[]> codes, Map<String, BitSet> timed, List<String> names) {
        return new LatestCodes(
                names.stream().map(name -> codes.getOrDefault(name, new int[0])).toArray(int[][]::new),
                names.stream()
                        .map(name -> timed.getOrDefault(name, new BitSet()))
                        .toArray(BitSet[]::new));
    }

    int columns() {
        return codes.length;
    }

    /// Takes a value that holds from a time on; it may be older than what is known.
    void rememberTimed(int column, int subjectIdx) {
        timed[column].set(subjectIdx);
    }

    /// Takes a value that holds at all times.
    ///
    /// @return whether anything else was known of any time
    boolean remember(int column, int subjectIdx, int code) {
        grow(column, subjectIdx);
        int now = code == ChunkColumns.REMOVED ? Dictionary.MISSING : code;
        boolean changed = codes[column][subjectIdx] != now || timed[column].get(subjectIdx);
        codes[column][subjectIdx] = now;
        timed[column].clear(subjectIdx);
        return changed;
    }

    private void grow(int column, int subjectIdx) {
        int known = codes[column].length;
        if (subjectIdx >= known) {
            codes[column] = Arrays.copyOf(codes[column], Math.max(subjectIdx + 1, known * 2));
            Arrays.fill(codes[column], known, codes[column].length, Dictionary.MISSING);
        }
    }
}
