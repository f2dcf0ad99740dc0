package app.attune.core.workspace;

import app.attune.core.sql.Database;
import java.util.Map;
import java.util.function.Consumer;

/// What a workspace is made of that begins with the content of another one.
///
/// @param created   when that one was made, an ISO-8601 instant
/// @param storeStep number of the last migration that one's store had
/// @param content   fills the store, which has that step
public record Origin(
        String name, String created, Map<String, String> settings, int storeStep, Consumer<Database> content) {
    public Origin {
        settings = Map.copyOf(settings);
    }
}
