package app.attune;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/// The house of the application: which package may use which, and which rooms a class is in.
final class House {
    static final String ROOT = "app.attune.";

    private static final Set<String> FEATURES = Set.of(
            "core",
            "stats",
            "ui",
            "archive",
            "events",
            "profiles",
            "segments",
            "rules",
            "recommend",
            "propensity",
            "decide",
            "audit",
            "drift",
            "experiment",
            "decider",
            "serve",
            "prove",
            "export");

    /// The table. Changing it is a commit of its own with a decision record.
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("stats", Set.of("core")),
            Map.entry("ui", Set.of("core")),
            Map.entry("archive", Set.of("core")),
            Map.entry("events", Set.of("core", "ui")),
            Map.entry("profiles", Set.of("core", "ui", "events")),
            Map.entry("segments", Set.of("core", "stats", "ui", "events", "profiles")),
            Map.entry("rules", Set.of("core", "stats", "ui", "events", "profiles", "segments")),
            Map.entry("recommend", Set.of("core", "stats", "ui", "events", "profiles", "segments")),
            Map.entry("propensity", Set.of("core", "stats", "ui", "events", "profiles", "segments")),
            Map.entry(
                    "decide",
                    Set.of(
                            "core",
                            "stats",
                            "ui",
                            "events",
                            "profiles",
                            "segments",
                            "rules",
                            "recommend",
                            "propensity")),
            Map.entry("audit", Set.of("core", "stats", "ui", "profiles", "segments", "decide")),
            Map.entry(
                    "drift",
                    Set.of("core", "stats", "ui", "events", "profiles", "segments", "recommend", "propensity")),
            Map.entry("experiment", Set.of("core", "stats", "ui", "events", "profiles", "segments", "decide")),
            Map.entry("decider", Set.of()),
            Map.entry("prove", Set.of("core", "decider")),
            Map.entry("serve", Set.of("core", "decider", "prove")),
            Map.entry(
                    "export",
                    Set.of("core", "ui", "segments", "rules", "recommend", "decide", "audit", "decider", "prove")),
            Map.entry("cli", without(FEATURES, "ui")),
            Map.entry("workbench", with(FEATURES, "cli")));

    private House() {}

    /// The first part of the package below the root, such as `segments`; empty outside the application.
    static String featureOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /// The second part of the package below the root, such as `store`; empty if there is none.
    static String roomOf(JavaClass type) {
        String feature = featureOf(type);
        String name = type.getPackageName();
        if (feature.isEmpty() || name.length() == ROOT.length() + feature.length()) {
            return "";
        }
        String rest = name.substring(ROOT.length() + feature.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /// Classes drawn on screen: the kit, every feature's `ui`, and the window.
    static DescribedPredicate<JavaClass> onScreen() {
        return DescribedPredicate.describe(
                "on screen",
                type -> Set.of("ui", "workbench").contains(featureOf(type))
                        || roomOf(type).equals("ui"));
    }

    static DescribedPredicate<JavaClass> inFeatures(String... names) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", names), type -> Set.of(names).contains(featureOf(type)));
    }

    static DescribedPredicate<JavaClass> inRoom(String room) {
        return DescribedPredicate.describe(
                "in a room called " + room, type -> roomOf(type).equals(room));
    }

    /// Holds when every dependency inside the application satisfies `allowed`.
    static ArchCondition<JavaClass> useOnly(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("use only " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!featureOf(target).isEmpty() && !allowed.test(type, target)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static boolean isAllowed(JavaClass from, JavaClass to) {
        String feature = featureOf(from);
        String other = featureOf(to);
        return feature.equals(other) || MAY_USE.getOrDefault(feature, Set.of()).contains(other);
    }

    private static Set<String> with(Set<String> set, String one) {
        return java.util.stream.Stream.concat(set.stream(), java.util.stream.Stream.of(one))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static Set<String> without(Set<String> set, String one) {
        return set.stream().filter(name -> !name.equals(one)).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
