package app.attune.rules;

import app.attune.core.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    /// Every version of every branch, newest first.
    public List<RuleSet> versions() {
        return store.versions();
    }

    /// Every branch, and the one that is worked on.
    public RuleBranches branches() {
        return store.branches();
    }

    /// Saves other rules under the policy there is.
    public RuleSet save(List<Rule> rules, String author, String note) {
        return save(program().withRules(rules), author, note);
    }

    /// Makes the next version of the branch that is worked on, unless the program is its newest version's; gives the
    /// newest version either way.
    ///
    /// @param note why, possibly empty
    public RuleSet save(RuleProgram program, String author, String note) {
        Optional<RuleSet> newest = store.newest();
        if (newest.map(RuleSet::program).filter(program::equals).isPresent()) {
            return newest.get();
        }
        return add(program, author, note, List.of());
    }

    /// Makes the next version of the branch that is worked on out of its newest one and a version of another branch,
    /// even where no rule changes by it.
    public RuleSet saveMerged(RuleProgram program, RuleSet other, String author, String note) {
        return add(program, author, note, List.of(other.version()));
    }

    private RuleSet add(RuleProgram program, String author, String note, List<Integer> others) {
        RuleBranch branch = store.branches().current();
        List<Integer> parents = new ArrayList<>();
        if (branch.head() > 0) {
            parents.add(branch.head());
        }
        parents.addAll(others);
        RuleSet saved = new RuleSet(
                store.last() + 1,
                program,
                author,
                note,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new RuleOrigin(branch.name(), parents));
        store.add(saved);
        return saved;
    }

    /// Makes a branch that begins with a version, and leaves the one that is worked on as it is.
    ///
    /// @throws ProblemException `rules.branch-exists` or `rules.unknown-version`
    public RuleBranch branch(VersionName name, int from) {
        RuleBranch branch = new RuleBranch(name, version(from).version());
        store.addBranch(branch);
        return branch;
    }

    /// Works on another branch from now on: its newest version is what rules decide by.
    ///
    /// @throws ProblemException `rules.unknown-branch`
    public RuleBranch choose(VersionName name) {
        RuleBranch branch = requireBranch(name);
        store.choose(name);
        return branch;
    }

    /// Calls a branch otherwise; the versions saved on it are then of the new name.
    ///
    /// @throws ProblemException `rules.unknown-branch`, `rules.main-branch` or `rules.branch-exists`
    public void renameBranch(VersionName from, VersionName to) {
        requireBranch(from);
        requireNotMain(from, "renamed");
        if (!from.equals(to)) {
            store.renameBranch(from, to);
        }
    }

    /// Forgets a branch. Its versions stay and can be made a branch again.
    ///
    /// @return the branch as it was
    /// @throws ProblemException `rules.unknown-branch`, `rules.main-branch` or `rules.branch-in-use`
    public RuleBranch deleteBranch(VersionName name) {
        RuleBranch branch = requireBranch(name);
        requireNotMain(name, "deleted");
        if (store.branches().chosen().equals(name)) {
            throw ProblemException.of(
                    "rules.branch-in-use",
                    "The branch " + name + " is the one that is worked on.",
                    "Switch to another branch first.");
        }
        store.removeBranch(name);
        return branch;
    }

    private static void requireNotMain(VersionName name, String what) {
        if (name.equals(RuleBranches.MAIN)) {
            throw ProblemException.of(
                    "rules.main-branch",
                    "The branch " + name + " can't be " + what + ".",
                    "Every workspace has it; make a branch of another name from it.");
        }
    }

    /// @throws ProblemException `rules.unknown-branch` naming those there are
    public RuleBranch requireBranch(VersionName name) {
        RuleBranches branches = store.branches();
        return branches.find(name)
                .orElseThrow(() -> ProblemException.of(
                        "rules.unknown-branch",
                        "There is no branch " + name + "; there are "
                                + String.join(
                                        ", ",
                                        branches.all().stream()
                                                .map(one -> one.name().value())
                                                .toList())
                                + ".",
                        "attune rule DIR branch NAME makes one; in the window they are under Versions."));
    }

    /// Makes the rules of an older version the newest one; history stays as it is.
    ///
    /// @throws ProblemException `rules.unknown-version`
    public RuleSet restore(int version, String author) {
        return save(version(version).program(), author, "Restored version " + version);
    }

    public Optional<RuleSet> find(int version) {
        return store.version(version);
    }

    /// @throws ProblemException `rules.unknown-version`
    public RuleSet version(int version) {
        return store.version(version)
                .orElseThrow(() -> ProblemException.of(
                        "rules.unknown-version",
                        "There is no version " + version + " of the rules; the newest is " + store.last() + ".",
                        "attune rule DIR versions lists them; in the window they are under Versions."));
    }

    /// What changed from one version to another.
    public List<String> diff(int from, int to, RuleSentence sentence) {
        return new RuleSetDiff(sentence)
                .between(version(from).program(), version(to).program());
    }
}
