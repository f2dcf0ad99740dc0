package app.attune.decide;

import app.attune.core.ProblemException;
import app.attune.events.Dictionary;
import java.util.List;

/// A user whom the data does not have, and who may have been meant.
public final class UnknownUser {
    private static final int NEAR = 5;

    private UnknownUser() {}

    /// Where the same number is stored in another form ("17850" for "17850.0"), that id alone is named.
    public static ProblemException of(String typed, Dictionary users) {
        String whole = typed.strip().replaceFirst("\\.0+$", "").replaceFirst("^0+(?=[0-9])", "");
        String message = "There is no user " + typed + " in the data";
        if (!whole.equals(typed) && users.find(whole).isPresent()) {
            return problem(message + "; the user is stored as " + whole + ".", "Ask for " + whole + ".");
        }
        List<String> near = NearIds.of(users.texts(), typed, NEAR);
        return problem(
                message + ".",
                near.isEmpty()
                        ? "Check the id; ids are the ones of the imported files."
                        : "Did you mean " + String.join(", ", near) + "?");
    }

    private static ProblemException problem(String message, String remedy) {
        return ProblemException.of("decide.unknown-user", message, remedy);
    }
}
