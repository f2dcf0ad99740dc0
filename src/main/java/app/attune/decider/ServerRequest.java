package app.attune.decider;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/// What a server is asked.
///
/// @param user    by whose id rollouts and holdouts are drawn
/// @param at      when it is asked
/// @param context where and with which basket
/// @param profile what is known of the user
public record ServerRequest(String user, Instant at, ServerContext context, ServerProfile profile) {
    /// A line of `golden.jsonl`; lines of format 2 name no user and no time.
    static ServerRequest read(Fields line) {
        return new ServerRequest(
                line.optionalText("user").orElse(line.text("id")),
                instant(line),
                ServerContext.read(line),
                ServerProfile.read(line));
    }

    private static Instant instant(Fields line) {
        String text = line.optionalText("at").orElse(Instant.EPOCH.toString());
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw line.malformed("\"at\" can't be \"" + text + "\"");
        }
    }
}
