package app.attune.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A condition of `segments.json`, ready to be asked of a profile.
sealed interface ServerCondition {
    boolean holds(ProfileRow row);

    /// Every part holds; without parts everybody.
    record All(List<ServerCondition> parts) implements ServerCondition {
        @Override
        public boolean holds(ProfileRow row) {
            for (int at = 0; at < parts.size(); at++) {
                if (!parts.get(at).holds(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// At least one part holds; without parts nobody.
    record Any(List<ServerCondition> parts) implements ServerCondition {
        @Override
        public boolean holds(ProfileRow row) {
            for (int at = 0; at < parts.size(); at++) {
                if (parts.get(at).holds(row)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// No part holds; without parts everybody.
    record None(Any parts) implements ServerCondition {
        @Override
        public boolean holds(ProfileRow row) {
            return !parts.holds(row);
        }
    }

    /// A test of one attribute or feature.
    record OfSlot(int slot, ValueTest test) implements ServerCondition {
        @Override
        public boolean holds(ProfileRow row) {
            return test.passes(row, slot);
        }
    }

    /// What conditions may speak of.
    ///
    /// @param kinds    what each attribute holds
    /// @param features what each that `features.json` defines is: a number, or an item as a text
    /// @param slots    takes what conditions ask for
    record Known(Map<String, ValueKind> kinds, Map<String, ValueKind> features, ProfileSlots slots) {}

    static ServerCondition read(Fields fields, Known known) {
        if (fields.has("all")) {
            return new All(parts(fields, "all", known));
        }
        if (fields.has("any")) {
            return new Any(parts(fields, "any", known));
        }
        if (fields.has("none")) {
            return new None(new Any(parts(fields, "none", known)));
        }
        if (fields.has("attribute")) {
            String name = fields.text("attribute");
            ValueKind kind = known.kinds().get(name);
            if (kind == null) {
                throw fields.malformed("the attribute \"" + name + "\" is not among the attributes of the file");
            }
            return new OfSlot(known.slots().attribute(name, kind), ValueTest.read(fields, kind));
        }
        String name = fields.text("feature");
        ValueKind kind = known.features().get(name);
        if (kind == null) {
            throw fields.malformed("the feature \"" + name + "\" is not defined in " + BundleFormat.FEATURES);
        }
        boolean isItem = fields.optionalText("kind").filter("item"::equals).isPresent();
        if (isItem != (kind == ValueKind.TEXT)) {
            throw fields.malformed(
                    "the feature \"" + name + "\" is " + (isItem ? "no" : "an") + " item in " + BundleFormat.FEATURES);
        }
        return new OfSlot(known.slots().feature(name, kind), ValueTest.read(fields, kind));
    }

    private static List<ServerCondition> parts(Fields fields, String name, Known known) {
        List<ServerCondition> parts = new ArrayList<>();
        for (JsonValue part : fields.array(name)) {
            String place = fields.place() + ", " + name + " " + (parts.size() + 1);
            parts.add(read(new Fields(part, place), known));
        }
        return List.copyOf(parts);
    }
}
