package app.attune.rules;

import app.attune.core.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Saves, restores and compares versions of the rules.
public final class RuleService {
    private final RuleStore store;
    private final Clock clock;

    public RuleService(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<RuleSet> newest() {
        return store.newest();
    }

    /// The rules as they stand, in order; none until the first save.
    public List<Rule> rules() {
        return store.newest().map(RuleSet::rules).orElse(List.of());
    }

    /// The same with what holds for all of them.
    public RuleProgram program() {
        return store.newest().map(RuleSet::program).orElse(RuleProgram.of(List.of()));
    }

    /// Every version, newest first.
    public List<RuleSet> versions() {
        return store.versions();
    }

    /// Saves other rules under the policy there is.
    public RuleSet save(List<Rule> rules, String author, String note) {
        return save(program().withRules(rules), author, note);
    }

    /// Makes the next version, unless the program is the newest version's; gives the newest version either way.
    ///
    /// @param note why, possibly empty
    public RuleSet save(RuleProgram program, String author, String note) {
        Optional<RuleSet> newest = store.newest();
        if (newest.map(RuleSet::program).filter(program::equals).isPresent()) {
            return newest.get();
        }
        int next = newest.map(RuleSet::version).orElse(0) + 1;
        RuleSet saved = new RuleSet(next, program, author, note, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.add(saved);
        return saved;
    }

    /// Makes the rules of an older version the newest one; history stays as it is.
    ///
    /// @throws ProblemException `rules.unknown-version`
    public RuleSet restore(int version, String author) {
        return save(version(version).program(), author, "Restored version " + version);
    }

    /// @throws ProblemException `rules.unknown-version`
    public RuleSet version(int version) {
        return store.version(version)
                .orElseThrow(() -> ProblemException.of(
                        "rules.unknown-version",
                        "There is no version " + version + " of the rules; the newest is "
                                + store.newest().map(RuleSet::version).orElse(0) + ".",
                        "attune rule DIR versions lists them; in the window they are under History."));
    }

    /// What changed from one version to another.
    public List<String> diff(int from, int to, RuleSentence sentence) {
        return new RuleSetDiff(sentence)
                .between(version(from).program(), version(to).program());
    }
}
