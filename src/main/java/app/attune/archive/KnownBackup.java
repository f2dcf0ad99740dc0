package app.attune.archive;

import app.attune.core.Problem;
import app.attune.core.workspace.Backup;
import java.util.Optional;

/// A backup and what is known of it.
///
/// @param contents empty if it cannot be read; `problem` says why
public record KnownBackup(Backup backup, Optional<StoreContents> contents, Optional<Problem> problem) {
    static KnownBackup of(Backup backup, StoreContents contents) {
        return new KnownBackup(backup, Optional.of(contents), Optional.empty());
    }

    static KnownBackup unreadable(Backup backup, Problem problem) {
        return new KnownBackup(backup, Optional.empty(), Optional.of(problem));
    }
}
