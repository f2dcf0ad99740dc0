package app.attune.core;

import java.util.SplittableRandom;

/// Independent random streams from one seed, by name: adding a stream never shifts another.
public final class Seeds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Seeds() {}

    /// The stream called `name` of `seed`; the same two always give the same numbers.
    public static SplittableRandom stream(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new SplittableRandom(seed ^ hash);
    }
}
