package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/// Drools on `rules.drl` of the target drl.
public final class DroolsRunner {
    private static final String PACKAGE = "attune.rules";

    private final KieBase rules;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final TreeSet<String> flags = new TreeSet<>();

    private DroolsRunner(KieBase rules) {
        this.rules = rules;
    }

    /// What `context.json` says of a value.
    private record Field(String source, String name, String kind) {}

    public static void main(String[] args) throws Exception {
        Lines lines = Lines.take();
        DroolsRunner runner = new DroolsRunner(compiled(Files.readString(Path.of(args[0], "rules.drl"))));
        runner.read(Path.of(args[0]));
        lines.hello("drools", Lines.version(ExecutableModelProject.class, "drools-model-codegen"));
        lines.answer(runner::decide);
    }

    private static KieBase compiled(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem().write("src/main/resources/rules.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private void read(Path folder) throws IOException {
        JsonNode context = Lines.JSON.readTree(folder.resolve("context.json").toFile());
        for (JsonNode field : context.path("fields")) {
            fields.put(
                    field.path("path").asText(),
                    new Field(
                            field.path("source").asText(),
                            field.path("name").asText(),
                            field.path("kind").asText()));
        }
        context.path("flags").forEach(flag -> flags.add(flag.asText()));
    }

    private void decide(JsonNode context, ObjectNode answer) throws ReflectiveOperationException {
        KieSession session = rules.newKieSession();
        try {
            for (Map.Entry<String, Field> field : fields.entrySet()) {
                JsonNode value = context.path(field.getValue().source()).path(field.getValue().name());
                if (!value.isMissingNode() && !value.isNull()) {
                    session.insert(fact(field.getKey(), field.getValue().kind(), value));
                }
            }
            session.fireAllRules();
            flags.forEach(answer::putNull);
            FactType decision = rules.getFactType(PACKAGE, "Decision");
            for (Object fact : session.getObjects(decision.getFactClass()::isInstance)) {
                String flag = (String) decision.get(fact, "flag");
                if (!answer.path(flag).isNull()) {
                    throw new IllegalStateException(flag + " is decided twice or not known");
                }
                answer.put(flag, (String) decision.get(fact, "arm"));
            }
        } finally {
            session.dispose();
        }
    }

    private Object fact(String path, String kind, JsonNode value) throws ReflectiveOperationException {
        if (value.isTextual()) {
            return fact("TextValue", path, "value", value.textValue());
        }
        if (value.isNumber()) {
            return kind.equals("date")
                    ? fact("DateValue", path, "millis", value.longValue())
                    : fact("NumberValue", path, "value", value.doubleValue());
        }
        return fact("OtherValue", path, "field", path);
    }

    private Object fact(String name, String path, String part, Object value) throws ReflectiveOperationException {
        FactType type = rules.getFactType(PACKAGE, name);
        Object fact = type.newInstance();
        type.set(fact, "field", path);
        type.set(fact, part, value);
        return fact;
    }
}
