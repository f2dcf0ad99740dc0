package app.attune.profiles;

import app.attune.events.ConsentStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a person said of whom several users said something.
final class MergedConsent {
    private MergedConsent() {}

    /// @param members what each user said, ascending in time
    static List<ConsentStatement> of(List<List<ConsentStatement>> members) {
        TreeSet<Long> times = new TreeSet<>();
        members.forEach(said -> said.forEach(statement -> times.add(statement.sinceMillis())));
        List<ConsentStatement> merged = new ArrayList<>();
        for (long time : times) {
            List<ConsentStatement> counting = new ArrayList<>();
            members.forEach(said -> said.stream()
                    .filter(statement -> statement.sinceMillis() <= time)
                    .reduce((earlier, later) -> later)
                    .ifPresent(counting::add));
            merged.add(new ConsentStatement(strictest(counting).status(), time));
        }
        return List.copyOf(merged);
    }

    /// A refusal without a time, else the newest, of two at the same time the refusal.
    private static ConsentStatement strictest(List<ConsentStatement> said) {
        Optional<ConsentStatement> untimed = said.stream()
                .filter(statement -> statement.isRefusal() && statement.sinceMillis() == ConsentStatement.ALWAYS)
                .findFirst();
        return untimed.orElseGet(() -> said.stream()
                .reduce((one, other) -> {
                    int order = Long.compare(one.sinceMillis(), other.sinceMillis());
                    return order > 0 || (order == 0 && one.isRefusal()) ? one : other;
                })
                .orElseThrow());
    }
}
