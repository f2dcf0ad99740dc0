package app.attune.events.forget;

import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import app.attune.events.UsersSaid;
import app.attune.events.forget.Remaining.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// What it means to later imports that one is gone.
final class Aftermath {
    private final ImportReport gone;
    private final List<ImportReport> later;
    private final Set<Long> ofUsers;

    /// @param imports newest first
    /// @param ofUsers numbers of the imports that hold rows about users
    Aftermath(ImportReport gone, List<ImportReport> imports, Set<Long> ofUsers) {
        this.gone = gone;
        this.later = imports.reversed().stream()
                .filter(one -> one.importId() > gone.importId())
                .toList();
        this.ofUsers = ofUsers;
    }

    /// Those that would have taken more rows had it never been, and those that must come after them.
    List<ReadAgain> again() {
        List<ReadAgain> again = new ArrayList<>();
        for (ImportReport one : later) {
            if (one.rows() == RowKind.EVENTS) {
                addEvents(again, one);
            } else {
                addAttributes(again, one);
            }
        }
        return again;
    }

    private void addEvents(List<ReadAgain> again, ImportReport one) {
        long known =
                one.presentIn().values().stream().mapToLong(Long::longValue).sum();
        long held = one.presentIn().getOrDefault(gone.importId(), 0L);
        if (held > 0) {
            again.add(new ReadAgain(one, held, ReadAgain.Certainty.ALL_HELD_HERE));
        } else if (one.alreadyPresent() > known && gone.rows() == RowKind.EVENTS) {
            again.add(new ReadAgain(one, one.alreadyPresent() - known, ReadAgain.Certainty.SOME_MAYBE));
        }
    }

    /// Of what was said before about users and items nobody wrote down who said it.
    private void addAttributes(List<ReadAgain> again, ImportReport one) {
        boolean said = one.rows() == gone.rows() || (one.rows() == RowKind.USERS && ofUsers.contains(gone.importId()));
        if (said && one.alreadyPresent() > 0) {
            again.add(new ReadAgain(one, one.alreadyPresent(), ReadAgain.Certainty.SOME_MAYBE));
        } else if (again.stream().anyMatch(before -> saysAlso(before, one.rows()))) {
            again.add(new ReadAgain(one, 0, ReadAgain.Certainty.COMES_AFTER));
        }
    }

    /// Whether what is imported again says something of users, or of items. Events that are here already may not have
    /// said anything when they were left out.
    private boolean saysAlso(ReadAgain again, RowKind kind) {
        ImportReport one = again.report();
        boolean inPassing =
                one.rows() == RowKind.EVENTS && (ofUsers.contains(one.importId()) || ofUsers.contains(gone.importId()));
        return one.rows() == kind || (kind == RowKind.USERS && inPassing);
    }

    /// Those that stay though somebody might not think so, or want them to count for less.
    List<Remaining> remaining(List<ReadAgain> again) {
        List<Remaining> remaining = new ArrayList<>();
        Set<Long> mended = new TreeSet<>(Set.of(gone.importId()));
        OptionalLong first = again.stream()
                .filter(one -> saysAlso(one, RowKind.USERS))
                .mapToLong(one -> one.report().importId())
                .findFirst();
        for (ImportReport one : later) {
            if (mended.contains(one.reread().importId())) {
                mended.add(one.importId());
                remaining.add(new Remaining(one, Why.HOLDS_MENDED_ROWS));
            }
            if (one.rows() == RowKind.EVENTS
                    && one.usersSaid() == UsersSaid.WHAT_WAS_NEW
                    && ofUsers.contains(gone.importId())) {
                remaining.add(new Remaining(one, Why.LEFT_OUT_WHAT_WAS_SAID));
            }
            if (one.rows() == RowKind.EVENTS
                    && ofUsers.contains(one.importId())
                    && first.orElse(Long.MAX_VALUE) < one.importId()) {
                remaining.add(new Remaining(one, Why.IS_OVERTAKEN));
            }
        }
        return remaining;
    }
}
