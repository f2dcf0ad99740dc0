package app.attune.workbench;

import app.attune.ui.Dialogs;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/// Lets the screens store what is edited before the open workspace is left, and asks where something cannot be. FX
/// thread only.
final class LeavingGuard {
    private static final int SAID = 5;

    private final Desk desk;
    private final Dialogs dialogs;
    private final Texts texts = Texts.of("workbench");
    private boolean settling;
    private int asked;

    LeavingGuard(Desk desk, Dialogs dialogs) {
        this.desk = desk;
        this.dialogs = dialogs;
    }

    /// Does `then` once nothing is lost by it, or the analyst said that it may be. Whoever wants to leave again while
    /// something is still being stored does not wait for that, and what was wanted before is forgotten.
    void before(Runnable then) {
        asked++;
        if (settling) {
            settling = false;
            ask(desk.unkept(), then);
            return;
        }
        settling = true;
        int mine = asked;
        desk.settle(() -> {
            if (settling && mine == asked) {
                settling = false;
                ask(desk.unkept(), then);
            }
        });
    }

    private void ask(List<String> unkept, Runnable then) {
        if (unkept.isEmpty() || dialogs.confirm(question(unkept))) {
            then.run();
        }
    }

    private Dialogs.Question question(List<String> unkept) {
        List<String> said = new ArrayList<>(unkept.stream().limit(SAID).toList());
        if (unkept.size() > SAID) {
            said.add(texts.get("leaving.more", unkept.size() - SAID));
        }
        return new Dialogs.Question(
                        texts.get("leaving.title"),
                        texts.get("leaving.question", String.join("\n", said)),
                        texts.get("leaving.verb"),
                        texts.get("leaving.refusal"))
                .refusedByEnter();
    }
}
