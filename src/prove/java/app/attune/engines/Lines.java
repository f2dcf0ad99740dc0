package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Reads contexts and writes answers, a line each. Whatever engines print themselves goes to standard error.
final class Lines {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int FLUSHED_EACH = 256;
    private static final int REPLACED = 0xFFFD;

    private final PrintStream out;
    private int unflushed;

    private Lines(PrintStream out) {
        this.out = out;
    }

    /// Decides one context.
    @FunctionalInterface
    interface Decider {
        /// Puts the value of every flag.
        void decide(JsonNode context, ObjectNode flags) throws Exception;
    }

    /// Call first, before an engine prints anything.
    static Lines take() {
        Lines lines = new Lines(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        System.setOut(System.err);
        return lines;
    }

    void hello(String engine, String version) {
        write(JSON.createObjectNode()
                .put("engine", engine)
                .put("version", version)
                .put("runtime", "Java " + System.getProperty("java.version")));
        out.flush();
    }

    void flush() {
        out.flush();
    }

    void write(JsonNode node) {
        out.print(node);
        out.print('\n');
        if (++unflushed >= FLUSHED_EACH) {
            out.flush();
            unflushed = 0;
        }
    }

    static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    /// Until the input ends.
    void answer(Decider decider) throws IOException {
        BufferedReader in = input();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ObjectNode flags = JSON.createObjectNode();
            try {
                decider.decide(JSON.readTree(line), flags);
            } catch (Exception | StackOverflowError e) {
                flags.removeAll();
                flags.put("error", String.valueOf(e));
            }
            write(flags);
        }
        out.flush();
    }

    /// A text as databases have it: U+FFFD for half of a pair of surrogates, and for U+0000 where there is none.
    static String whole(String text, boolean hasZeroLetter) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().forEach(letter -> {
            boolean isKept = Character.getType(letter) != Character.SURROGATE && (letter != 0 || hasZeroLetter);
            whole.appendCodePoint(isKept ? letter : REPLACED);
        });
        return whole.toString();
    }

    /// The version of an engine's jar by its name, such as `json-logic-java-1.1.0.jar`.
    static String version(Class<?> type, String artifact) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        String name = jar.substring(jar.lastIndexOf('/') + 1);
        return name.startsWith(artifact + "-")
                ? name.substring(artifact.length() + 1).replace(".jar", "")
                : name;
    }
}
