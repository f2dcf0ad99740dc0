package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The token that requests must bear.
///
/// @param isNew whether it was made for this run and must be told
record ServeToken(String text, boolean isNew) {
    private static final int BYTES = 32;
    private static final long LARGEST_FILE = 4096;

    static ServeToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ServeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), true);
    }

    /// The first line of a file.
    static ServeToken of(Path file) {
        try {
            String text = Files.size(file) > LARGEST_FILE ? "" : Files.readString(file);
            return new ServeToken(text.lines().findFirst().orElse("").strip(), false);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "serve.token-file",
                            "Can't read the token in " + file + ".",
                            "Write one line of 16 or more letters and digits into it."),
                    e);
        }
    }

    @Override
    public String toString() {
        return "a token";
    }
}
