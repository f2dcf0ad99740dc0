package app.attune.profiles.store;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.ConsentDeclaration;
import app.attune.profiles.ConsentStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One row per declaration. They are only ever added.
public final class H2ConsentStore implements ConsentStore {
    private final Database database;

    public H2ConsentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ConsentDeclaration> versions() {
        return database.read(connection -> {
            List<ConsentDeclaration> versions = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT version, basis, reason, author, saved_at FROM consent_declaration ORDER BY version DESC");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.add(new ConsentDeclaration(
                            rows.getInt(1),
                            ConsentBasis.valueOf(rows.getString(2)),
                            rows.getString(3),
                            rows.getString(4),
                            Instant.ofEpochMilli(rows.getLong(5))));
                }
            }
            return versions;
        });
    }

    @Override
    public void add(ConsentDeclaration declaration) {
        int next =
                versions().stream().findFirst().map(ConsentDeclaration::version).orElse(0) + 1;
        if (declaration.version() != next) {
            throw ProblemException.of(
                    "consent.not-next-version",
                    "Consent was declared elsewhere meanwhile: version " + (next - 1) + " is the newest.",
                    "Look at it and declare again.");
        }
        database.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO consent_declaration (version, basis, reason, author, saved_at) VALUES (?, ?, ?, ?, ?)")) {
                insert.setInt(1, declaration.version());
                insert.setString(2, declaration.basis().name());
                insert.setString(3, declaration.reason());
                insert.setString(4, declaration.author());
                insert.setLong(5, declaration.declaredAt().toEpochMilli());
                insert.executeUpdate();
            }
        });
    }
}
