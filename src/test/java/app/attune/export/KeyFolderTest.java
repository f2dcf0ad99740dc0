package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.decider.BundleSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path home;

    private KeyFolder keys() {
        return new KeyFolder(home.resolve("keys"));
    }

    @Test
    void theKeyIsMadeOnceAndKept() {
        assertEquals(Optional.empty(), keys().fingerprint());
        String made = keys().key().fingerprint();
        assertEquals(made, keys().key().fingerprint());
        assertEquals(Optional.of(made), keys().fingerprint());
        assertNotEquals(made, new KeyFolder(home.resolve("other")).key().fingerprint());
        assertEquals(Optional.of(made), BundleSignature.fingerprintOf(made.replaceAll("(..)", "$1:")));
    }

    @Test
    void onlyTheOwnerReadsThePrivateKeyEvenAfterACopy() throws IOException {
        Assumptions.assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("posix"));
        keys().key();
        Path secret = home.resolve("keys").resolve(KeyFolder.PRIVATE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        keys().key();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    }

    @Test
    void aKeyThatIsHalfThereOrNoPairIsAProblemAndIsNotReplaced() throws IOException {
        keys().key();
        Path open = home.resolve("keys").resolve(KeyFolder.PUBLIC);
        Files.writeString(open, SigningKey.fresh().publicPem());
        assertEquals("export.signing-key", problem());
        Files.writeString(open, "nothing");
        assertEquals("export.signing-key", problem());
        Files.delete(open);
        assertEquals("export.key-folder", problem());
    }

    private String problem() {
        return assertThrows(ProblemException.class, () -> keys().key())
                .problem()
                .code();
    }
}
