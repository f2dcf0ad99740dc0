package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Where a workspace keeps its signing key: two files, the private one for its owner's eyes only.
///
/// Neither backups of the store nor archives hold them: whoever has the private key signs in the workspace's name.
public final class KeyFolder {
    static final String PRIVATE = "signing-private.pem";
    static final String PUBLIC = "signing-public.pem";

    private final Path folder;

    /// @param folder which need not be there yet
    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /// Of the key that is there; empty before the first export.
    ///
    /// @throws ProblemException `export.signing-key`
    public Optional<String> fingerprint() {
        return Files.exists(folder.resolve(PRIVATE)) ? Optional.of(key().fingerprint()) : Optional.empty();
    }

    /// The workspace's key, made now if there is none.
    ///
    /// @throws ProblemException `export.signing-key`, `export.key-folder`
    public SigningKey key() {
        Path secret = folder.resolve(PRIVATE);
        Path open = folder.resolve(PUBLIC);
        try {
            if (!Files.exists(secret) && !Files.exists(open)) {
                SigningKey fresh = SigningKey.fresh();
                Files.createDirectories(folder);
                createOwned(secret);
                Files.writeString(secret, fresh.privatePem());
                Files.writeString(open, fresh.publicPem(), StandardOpenOption.CREATE_NEW);
            }
            keepOwned(secret);
            return SigningKey.of(Files.readString(secret), Files.readString(open));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "export.key-folder",
                            "Can't read or write the signing key in " + folder + ": " + e.getMessage() + ".",
                            "Check that both " + PRIVATE + " and " + PUBLIC + " are there and may be read."),
                    e);
        }
    }

    private static void createOwned(Path file) throws IOException {
        if (Files.getFileStore(Optional.ofNullable(file.getParent()).orElse(file))
                .supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /// Takes from everybody else what a copy may have given them, where the disk knows whose a file is.
    private static void keepOwned(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        } else if (list != null) {
            list.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(list.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
