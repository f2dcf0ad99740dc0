package app.attune.serve;

import app.attune.core.ProblemException;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Bundles by the name of their folder that decide what a test says; the reason of a decision is the name.
final class FakeBundles implements BundleSource {
    private final Map<String, Deciding> bundles = new ConcurrentHashMap<>();

    FakeBundles with(String name, Deciding deciding) {
        bundles.put(name, deciding);
        return this;
    }

    FakeBundles with(String name) {
        return with(name, request -> decision(name));
    }

    static ServerDecision decision(String reason) {
        ServerDecision.Item item = new ServerDecision.Item(1, "item", 1, "fallback", Optional.empty(), List.of());
        return new ServerDecision(
                List.of(), reason, Optional.empty(), List.of(item), List.of(), List.of(), Optional.empty());
    }

    @Override
    public ServedBundle load(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Deciding deciding = bundles.get(name);
        if (deciding == null) {
            throw ProblemException.of("test.refused", name + " is refused.", "Take another.");
        }
        BundleFacts facts = new BundleFacts(1, name, name, "", "", List.of(), List.of(), Set.of());
        return new ServedBundle(facts, deciding, request -> decision(name + " off"), decision("FALLBACK"));
    }

    /// Decides nothing until it is released.
    static final class Held implements Deciding {
        final CountDownLatch entered;
        final CountDownLatch released = new CountDownLatch(1);
        private final String name;

        Held(String name, int enter) {
            this.name = name;
            this.entered = new CountDownLatch(enter);
        }

        @Override
        public ServerDecision decide(ServerRequest request) {
            entered.countDown();
            wait(released);
            return decision(name);
        }

        void awaitEntered() {
            wait(entered);
        }

        private static void wait(CountDownLatch latch) {
            boolean interrupted = false;
            boolean open = false;
            while (!open) {
                try {
                    open = latch.await(5, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
