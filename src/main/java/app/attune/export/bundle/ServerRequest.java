package app.attune.export.bundle;

/// What a server is asked.
///
/// @param user    by whose id rollouts and holdouts are drawn
/// @param profile what is known of the user
public record ServerRequest(String user, ServerProfile profile) {
    /// A line of `golden.jsonl`; lines of format 2 name no user.
    static ServerRequest read(Fields line) {
        return new ServerRequest(line.optionalText("user").orElse(line.text("id")), ServerProfile.read(line));
    }
}
