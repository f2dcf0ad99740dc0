package app.attune.recommend.store;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Arrays of numbers as files of little-endian bytes, on the disk when a write returns.
final class RawArrays {
    private RawArrays() {}

    /// Number of values and checksum of the bytes.
    record Written(int length, String sha256) {}

    static Written write(Path folder, String name, int[] values) throws IOException {
        ByteBuffer bytes = buffer((long) values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return write(folder, name, bytes, values.length);
    }

    static Written write(Path folder, String name, double[] values) throws IOException {
        return write(folder, name, bytes(values), values.length);
    }

    static Written write(Path folder, String name, float[] values) throws IOException {
        ByteBuffer bytes = buffer((long) values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return write(folder, name, bytes, values.length);
    }

    static int[] readInts(Path folder, String name, Written expected) throws IOException {
        ByteBuffer bytes = read(folder, name, expected, Integer.BYTES);
        int[] values = new int[expected.length()];
        bytes.asIntBuffer().get(values);
        return values;
    }

    static double[] readDoubles(Path folder, String name, Written expected) throws IOException {
        return doubles(read(folder, name, expected, Double.BYTES));
    }

    static float[] readFloats(Path folder, String name, Written expected) throws IOException {
        float[] values = new float[expected.length()];
        read(folder, name, expected, Float.BYTES).asFloatBuffer().get(values);
        return values;
    }

    static ByteBuffer bytes(double[] values) {
        ByteBuffer bytes = buffer((long) values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return bytes;
    }

    static double[] doubles(ByteBuffer bytes) {
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }

    private static ByteBuffer buffer(long size) {
        return ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Path file(Path folder, String name) {
        if (!name.matches("[a-z][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not the name of an array: " + name);
        }
        return folder.resolve(name + ".bin");
    }

    private static Written write(Path folder, String name, ByteBuffer bytes, int length) throws IOException {
        Written written = new Written(length, sha256(bytes));
        try (FileChannel channel =
                FileChannel.open(file(folder, name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return written;
    }

    private static ByteBuffer read(Path folder, String name, Written expected, int width) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(file(folder, name))).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() != (long) expected.length() * width
                || !sha256(bytes).equals(expected.sha256())) {
            throw ProblemException.of(
                    "model.damaged",
                    "The table " + name + " of the model " + folder.getFileName() + " is not what was written: "
                            + bytes.remaining() + " bytes, or their checksum differs.",
                    "Train the model again, or restore the folder from a backup.");
        }
        return bytes;
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes.duplicate());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
