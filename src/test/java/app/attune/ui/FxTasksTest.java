package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.TaskSlot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FxTasksTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final TaskSlot slot = new TaskSlot();
    private final List<String> results = new CopyOnWriteArrayList<>();
    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void theResultArrivesOnTheFxThread() {
        run("a", progress -> "result");
        settle(tasks);
        assertEquals(List.of("result on true"), results);
    }

    @Test
    void theNewestJobOfASlotWinsAndTheStaleResultIsDropped() {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        run("old", progress -> {
            await(held);
            return "old";
        });
        run("new", progress -> "new");
        held.complete(true);
        settle(tasks);
        assertEquals(List.of("new on true"), results);
        assertTrue(problems.isEmpty());
    }

    @Test
    void startingAJobCancelsTheOlderOneOfItsSlot() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        run("old", progress -> {
            started.complete(true);
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            progress.checkpoint();
            return "old";
        });
        await(started);
        run("new", progress -> "new");
        settle(tasks);
        assertEquals(List.of("new on true"), results);
    }

    @Test
    void aFailureKeepsItsProblem() {
        run("a", progress -> {
            throw ProblemException.of("x.y", "It broke.", "Mend it.");
        });
        settle(tasks);
        assertEquals("x.y", problems.getFirst().code());
    }

    @Test
    void whatNobodyForesawIsAnUnexpectedErrorWithAPlace() {
        run("Counting", progress -> {
            throw new IllegalStateException("secret detail");
        });
        settle(tasks);
        Problem problem = problems.getFirst();
        assertEquals(Tasks.UNEXPECTED, problem.code());
        assertTrue(problem.message().contains("Counting"));
        assertTrue(problem.message().contains("FxTasksTest.java"));
    }

    @Test
    void whatTheRuntimeRefusesIsAProblemInWords() {
        run("Importing", progress -> {
            throw new OutOfMemoryError("Java heap space");
        });
        settle(tasks);
        assertEquals("app.out-of-memory", problems.getFirst().code());
    }

    @Test
    void idleWaitsForJobsThatJobsStart() {
        runOnFx(() -> tasks.run(
                slot,
                "first",
                progress -> "first",
                first -> tasks.run(new TaskSlot(), "second", progress -> "second", results::add, problems::add),
                problems::add));
        settle(tasks);
        assertEquals(List.of("second"), results);
    }

    @Test
    void directTasksDeliverAtOnce() {
        Tasks.direct().run(slot, "a", progress -> "now", results::add, problems::add);
        assertEquals(List.of("now"), results);
    }

    private void run(String title, Tasks.Work<String> work) {
        runOnFx(() -> tasks.run(
                slot,
                title,
                work,
                result -> results.add(result + " on " + Platform.isFxApplicationThread()),
                problems::add));
    }
}
