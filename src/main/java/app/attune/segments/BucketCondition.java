package app.attune.segments;

import app.attune.core.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The user falls by chance into a part of all users, always the same part for the same salt.
///
/// The place of a user is the first four bytes of SHA-256 over `salt:id` in UTF-8, read as an unsigned number, as
/// percent of 2^32; `from` belongs to the part, `to` does not.
///
/// @param salt another salt shuffles anew
/// @param from percent, from 0
/// @param to   percent, up to 100
public record BucketCondition(String salt, double from, double to) implements UserCondition {
    private static final int BYTES = 4;
    private static final double ALL = 1L << 32;
    private static final double PERCENT = 100;

    public BucketCondition {
        Require.that(from >= 0 && from <= to && to <= PERCENT, "A bucket lies between 0 and 100 percent");
    }

    /// Whether the user falls into it.
    public boolean has(String id) {
        double place = place(salt, id);
        return place >= from && place < to;
    }

    /// Where a user falls with a salt, in percent: from 0 to below 100.
    public static double place(String salt, String id) {
        byte[] hash = sha256((salt + ":" + id).getBytes(StandardCharsets.UTF_8));
        long number = 0;
        for (int i = 0; i < BYTES; i++) {
            number = number << Byte.SIZE | Byte.toUnsignedLong(hash[i]);
        }
        return number * PERCENT / ALL;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
