package app.attune.decider;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 without looking for it anew each time.
final class Sha256 {
    /// Never fed, only copied, so that all threads may.
    private static final MessageDigest FRESH = found();

    private Sha256() {}

    static MessageDigest fresh() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return found();
        }
    }

    static byte[] of(byte[] bytes) {
        return fresh().digest(bytes);
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
