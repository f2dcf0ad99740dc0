package app.attune.events.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The MD5 of an event's canonical text, as two numbers of 32 bits. For comparison, not for secrets: every warehouse
/// has
/// it as a plain function.
final class RowHash {
    private static final char BETWEEN = 31;
    private static final double UNITS = 10_000;
    private static final double HALF = 0.5;

    private final MessageDigest digest;
    private final StringBuilder text = new StringBuilder();
    private long high;
    private long low;

    RowHash() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    /// The first part of the text.
    RowHash start(String user, long millis) {
        text.setLength(0);
        text.append(user).append(BETWEEN).append(millis);
        return this;
    }

    /// The rest of it.
    ///
    /// @param item  empty for none
    /// @param value NaN for none; an infinite one is none, too
    void finish(String type, String item, double value) {
        text.append(BETWEEN).append(type).append(BETWEEN).append(item).append(BETWEEN);
        if (Double.isFinite(value)) {
            text.append((long) Math.floor(value * UNITS + HALF));
        }
        byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        high = number(hash, 0);
        low = number(hash, Integer.BYTES);
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    private static long number(byte[] hash, int from) {
        long number = 0;
        for (int i = from; i < from + Integer.BYTES; i++) {
            number = (number << Byte.SIZE) | (hash[i] & 0xFF);
        }
        return number;
    }
}
