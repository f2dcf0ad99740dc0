package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.UserId;
import app.attune.rules.ListLimit;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleTestResult.Verdict;
import app.attune.rules.Rulebook;
import app.attune.rules.VersionName;
import app.attune.rules.replay.ComparedLists;
import app.attune.rules.versions.RuleMerge.Part;
import app.attune.rules.versions.RuleMerge.Side;
import app.attune.rules.versions.RuleReview;
import app.attune.ui.Tasks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VersionsViewModelTest {
    private static final VersionName SIDE = new VersionName("side");
    private final Desk desk = new Desk(Desk.thanks(), Desk.welcome());
    private final RulesContext context = desk.context(Tasks.direct());
    private final RulesViewModel rules = new RulesViewModel(context);
    private final VersionsViewModel model = new VersionsViewModel(context, rules);
    private final MergeViewModel merge = new MergeViewModel(context, model);

    @BeforeEach
    void load() {
        rules.load();
        model.load();
    }

    private VersionsViewModel.Known known() {
        return model.knownProperty().get().orElseThrow();
    }

    private List<String> problems() {
        return model.problems().stream().map(Problem::code).toList();
    }

    private RuleSet version(int number) {
        return desk.service.version(number);
    }

    @Test
    void whatAVersionChangesIsToldWithTheUsersBeforeRollingBack() {
        desk.service.save(List.of(Desk.welcome(), Desk.thanks()), "Ada", "");
        rules.load();
        model.load();
        model.compare(rules.program(), version(1).program());
        VersionsViewModel.Compared compared = model.comparedProperty().get().orElseThrow();
        assertEquals(1, compared.changes().size());
        assertEquals(
                "200 of 1,500 users would be decided otherwise.",
                compared.impact().getFirst());
        assertTrue(model.countedProperty().get());
        model.rollBack(version(1));
        assertEquals(3, known().newest().orElseThrow().version());
        assertEquals("Restored version 1", version(3).note());
        assertEquals(version(1).program(), rules.program());
        rules.history().undo();
        assertEquals(version(2).program(), rules.program(), "rolling back can be undone");
    }

    @Test
    void whatIsMissingToCompareListsIsToldUntilSomethingElseIsCompared() {
        Problem missing = new Problem("model.damaged", "A model is damaged.", "Train it again.");
        desk.lists =
                (before, after, at, progress) -> new ComparedLists.Lists((user, context) -> false, List.of(missing));
        RuleProgram limited = rules.program()
                .withPolicy(rules.program()
                        .policy()
                        .withListLimits(List.of(new ListLimit(new ListLimit.EachValue("category"), 1))));
        model.compare(rules.program(), limited);
        assertEquals(List.of("model.damaged"), problems());
        model.compare(rules.program(), limited);
        assertEquals(List.of("model.damaged"), problems());
        model.compareNothing();
        assertEquals(List.of(), problems());
    }

    @Test
    void anotherBranchIsMadeWorkedOnAndMergedBack() {
        model.makeBranch("side", version(1));
        model.switchTo(SIDE);
        assertEquals(SIDE, known().branches().chosen());
        rules.selectedProperty().set("thanks");
        rules.change("Change", rule -> rule.withTreatment(Rulebook.offer("SIDE")));
        rules.save();
        model.switchTo(RuleBranches.MAIN);
        assertEquals(version(1).program(), rules.program());
        rules.selectedProperty().set("thanks");
        rules.change("Change", rule -> rule.withTreatment(Rulebook.offer("MAIN")));
        rules.save();
        merge.prepare(SIDE);
        assertFalse(merge.decidedProperty().get());
        merge.choose(new Part.OfRule(Desk.thanks().id()), Side.THEIRS);
        assertTrue(merge.decidedProperty().get());
        assertTrue(model.countedProperty().get());
        merge.save();
        assertEquals(List.of(3, 2), version(4).origin().parents());
        assertEquals(Rulebook.offer("SIDE"), rules.rules().getFirst().treatment());
        merge.prepare(SIDE);
        assertEquals(List.of("rules.nothing-to-merge"), problems());
    }

    @Test
    void unsavedChangesAreSavedOnTheirBranchBeforeSwitching() {
        model.makeBranch("side", version(1));
        rules.delete();
        model.switchTo(SIDE);
        assertEquals(RuleBranches.MAIN, version(2).origin().branch());
        assertEquals(version(1).program(), rules.program());
    }

    @Test
    void tagsAndReviewsAreKeptAndRefusalsTold() {
        model.tag("black-friday-2026", version(1));
        assertEquals("black-friday-2026", known().tags(version(1)));
        model.tag("black-friday-2026", version(1));
        assertEquals(List.of("rules.tag-exists"), problems());
        model.tag("Black Friday", version(1));
        assertEquals(List.of("rules.bad-name"), problems());
        model.review(version(1), RuleReview.Word.APPROVED, "Bo", "as agreed");
        assertEquals(List.of(), problems());
        assertEquals(List.of(), known().approvals().notApproved(version(1).program()));
    }

    @Test
    void testsRunOnEverySave() {
        assertEquals(List.of(), rules.tests().results());
        RuleAbout about = RuleAbout.intent("")
                .withExamples(List.of(new RuleAbout.Example(new UserId("nobody"), RuleAbout.Expected.APPLIES)));
        rules.selectedProperty().set("thanks");
        rules.change("Change", (Rule rule) -> rule.withAbout(about));
        assertEquals(List.of(), rules.tests().results(), "not before it is saved");
        rules.save();
        assertEquals(
                List.of(Verdict.UNKNOWN_USER),
                rules.tests().results().stream().map(result -> result.verdict()).toList());
    }
}
