package app.attune.decider;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A part of all users: those whose place, the first four bytes of SHA-256 of `salt:user` as a share of all such
/// numbers, is below the percentage.
record Bucket(double percent, String salt) {
    private static final double EVERYBODY = 100;
    private static final VarHandle FIRST_FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    Bucket {
        if (!(percent >= 0 && percent <= EVERYBODY)) {
            throw new IllegalArgumentException(percent + " is not from 0 to 100 percent");
        }
    }

    boolean has(String user) {
        return percent == EVERYBODY || (percent > 0 && place(user) < percent);
    }

    private double place(String user) {
        byte[] hash = Sha256.of((salt + ":" + user).getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedLong((int) FIRST_FOUR.get(hash, 0)) * EVERYBODY / 4_294_967_296.0;
    }

    /// The part that an optional field of an object names.
    ///
    /// @param otherwise the percentage without the field
    static Bucket read(Fields fields, String name, double otherwise, String salt) {
        if (!fields.has(name)) {
            return new Bucket(otherwise, salt);
        }
        Fields part = fields.object(name);
        try {
            return new Bucket(
                    part.number("percent"),
                    part.optionalText("salt").filter(text -> !text.isEmpty()).orElse(salt));
        } catch (IllegalArgumentException e) {
            throw part.malformed(String.valueOf(e.getMessage()));
        }
    }
}
