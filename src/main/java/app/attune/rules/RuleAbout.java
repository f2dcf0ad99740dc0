package app.attune.rules;

import app.attune.core.UserId;
import java.util.List;

/// What people should know of a rule besides what it does.
///
/// @param intent   why it exists, in the analyst's words, possibly empty
/// @param owner    who answers for it, possibly empty
/// @param ticket   where it was decided, such as a ticket's name, possibly empty
/// @param examples users for whom it is known what it should do
public record RuleAbout(String intent, String owner, String ticket, List<Example> examples) {
    /// Says that a user should get the rule once it is active, or should not.
    public record Example(UserId user, Expected expected) {}

    /// What an example expects.
    public enum Expected {
        APPLIES,
        DOES_NOT_APPLY
    }

    public RuleAbout {
        examples = List.copyOf(examples);
    }

    /// With nothing but a reason.
    public static RuleAbout intent(String intent) {
        return new RuleAbout(intent, "", "", List.of());
    }

    /// Whether it is said why the rule exists and who answers for it.
    public boolean isDocumented() {
        return !intent.isBlank() && !owner.isBlank();
    }

    public RuleAbout withIntent(String newIntent) {
        return new RuleAbout(newIntent, owner, ticket, examples);
    }

    public RuleAbout withOwner(String newOwner) {
        return new RuleAbout(intent, newOwner, ticket, examples);
    }

    public RuleAbout withTicket(String newTicket) {
        return new RuleAbout(intent, owner, newTicket, examples);
    }

    public RuleAbout withExamples(List<Example> newExamples) {
        return new RuleAbout(intent, owner, ticket, newExamples);
    }
}
