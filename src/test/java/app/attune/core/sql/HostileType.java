package app.attune.core.sql;

import org.h2.mvstore.type.ObjectDataType;

/// A type that shows that it was made.
public final class HostileType extends ObjectDataType {
    public HostileType() {
        System.setProperty("attune.test.payload", "ran");
    }
}
