package app.attune.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs one runner on several folders in turn, which costs the start of an engine once.
///
/// The first argument is the runner's class; each folder has contexts in `given.jsonl` and gets answers in
/// `said.jsonl`, none if the engine refuses its files.
public final class Batch {
    private Batch() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        var runner = Class.forName(args[0]).getMethod("main", String[].class);
        for (int at = 1; at < args.length; at++) {
            Path folder = Path.of(args[at]);
            try (InputStream given = Files.newInputStream(folder.resolve("given.jsonl"));
                    PrintStream said = new PrintStream(
                            Files.newOutputStream(folder.resolve("said.jsonl")), false, StandardCharsets.UTF_8)) {
                System.setIn(given);
                System.setOut(said);
                runner.invoke(null, (Object) new String[] {args[at]});
            } catch (InvocationTargetException e) {
                System.err.println(args[at] + ": " + e.getCause());
            }
        }
    }
}
