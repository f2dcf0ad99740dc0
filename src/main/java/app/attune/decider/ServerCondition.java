package app.attune.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A condition of `segments.json`, ready to be asked of a profile.
sealed interface ServerCondition {
    boolean holds(ServerProfile profile);

    /// Every part holds; without parts everybody.
    record All(List<ServerCondition> parts) implements ServerCondition {
        @Override
        public boolean holds(ServerProfile profile) {
            for (ServerCondition part : parts) {
                if (!part.holds(profile)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// At least one part holds; without parts nobody.
    record Any(List<ServerCondition> parts) implements ServerCondition {
        @Override
        public boolean holds(ServerProfile profile) {
            for (ServerCondition part : parts) {
                if (part.holds(profile)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// No part holds; without parts everybody.
    record None(List<ServerCondition> parts) implements ServerCondition {
        @Override
        public boolean holds(ServerProfile profile) {
            return !new Any(parts).holds(profile);
        }
    }

    /// A test of one attribute.
    record OfAttribute(String name, ValueTest test) implements ServerCondition {
        @Override
        public boolean holds(ServerProfile profile) {
            return test.passes(profile.attributes().get(name));
        }
    }

    /// A test of one feature.
    record OfFeature(String name, ValueTest test) implements ServerCondition {
        @Override
        public boolean holds(ServerProfile profile) {
            return test.passes(profile.features().get(name));
        }
    }

    /// @param kinds    what each attribute holds
    /// @param features the names that `features.json` defines
    static ServerCondition read(Fields fields, Map<String, ValueKind> kinds, Set<String> features) {
        if (fields.has("all")) {
            return new All(parts(fields, "all", kinds, features));
        }
        if (fields.has("any")) {
            return new Any(parts(fields, "any", kinds, features));
        }
        if (fields.has("none")) {
            return new None(parts(fields, "none", kinds, features));
        }
        if (fields.has("attribute")) {
            String name = fields.text("attribute");
            ValueKind kind = kinds.get(name);
            if (kind == null) {
                throw fields.malformed("the attribute \"" + name + "\" is not among the attributes of the file");
            }
            return new OfAttribute(name, ValueTest.read(fields, kind));
        }
        String name = fields.text("feature");
        if (!features.contains(name)) {
            throw fields.malformed("the feature \"" + name + "\" is not defined in " + BundleFormat.FEATURES);
        }
        return new OfFeature(name, ValueTest.read(fields, ValueKind.NUMBER));
    }

    private static List<ServerCondition> parts(
            Fields fields, String name, Map<String, ValueKind> kinds, Set<String> features) {
        List<ServerCondition> parts = new ArrayList<>();
        for (JsonValue part : fields.array(name)) {
            String place = fields.place() + ", " + name + " " + (parts.size() + 1);
            parts.add(read(new Fields(part, place), kinds, features));
        }
        return List.copyOf(parts);
    }
}
