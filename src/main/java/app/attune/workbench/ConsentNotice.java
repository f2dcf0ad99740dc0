package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.profiles.ConsentWords;
import app.attune.ui.MessageBar;
import app.attune.ui.Texts;

/// Says above the screens that nothing is known of consent. Once it is closed it stays so while the workspace is open.
final class ConsentNotice {
    private static final String CODE = "consent.missing";

    private final Texts texts;
    private boolean told;

    ConsentNotice(Texts texts) {
        this.texts = texts;
    }

    /// Another workspace is open now.
    void opened() {
        told = false;
    }

    void standing(OpenWorkspace.Standing standing, MessageBar messages) {
        if (standing.agreement() != OpenWorkspace.Agreement.MISSING || standing.users() == 0) {
            messages.problems().removeIf(problem -> problem.code().equals(CODE));
            told = false;
            return;
        }
        Problem now = new Problem(
                CODE,
                texts.get("consent.missing", ConsentWords.missing(standing.purposes())),
                texts.get("consent.missing.remedy"));
        boolean stands =
                messages.problems().stream().anyMatch(problem -> problem.code().equals(CODE));
        boolean changed = stands && !messages.problems().contains(now);
        if (changed) {
            messages.problems().removeIf(problem -> problem.code().equals(CODE));
        }
        if (!told || changed) {
            messages.show(now);
        }
        told = true;
    }
}
