import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/// Drools, its rules compiled to Java.
final class DroolsEngine implements Contender {
    private static final String PACKAGE = "attune.rules";

    private final KieBase rules;
    private final FactType decision;
    private final List<List<Object>> facts = new ArrayList<>();

    DroolsEngine(Cases cases) throws Exception {
        KieServices services = KieServices.get();
        KieBuilder builder = services.newKieBuilder(services.newKieFileSystem()
                        .write("src/main/resources/rules.drl", cases.text("targets/drl/rules.drl")))
                .buildAll(ExecutableModelProject.class);
        rules = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        decision = rules.getFactType(PACKAGE, "Decision");
        for (var line : cases.lines()) {
            Map<String, Object> context = cases.context(line);
            List<Object> given = new ArrayList<>();
            for (var field : cases.fields()) {
                Object value = ((Map<?, ?>) context.get(field.path("source").asText()))
                        .get(field.path("name").asText());
                if (value != null) {
                    given.add(fact(field.path("path").asText(), value));
                }
            }
            facts.add(given);
        }
    }

    private Object fact(String path, Object value) throws ReflectiveOperationException {
        FactType type = rules.getFactType(
                PACKAGE, value instanceof String ? "TextValue" : value instanceof Long ? "DateValue" : "NumberValue");
        Object fact = type.newInstance();
        type.set(fact, "field", path);
        type.set(fact, value instanceof Long ? "millis" : "value", value);
        return fact;
    }

    @Override
    public String name() {
        return "Drools 10.2.0";
    }

    @Override
    public Object decide(int at) {
        KieSession session = rules.newKieSession();
        try {
            facts.get(at).forEach(session::insert);
            session.fireAllRules();
            return List.copyOf(session.getObjects(decision.getFactClass()::isInstance));
        } finally {
            session.dispose();
        }
    }

    @Override
    public Map<String, String> flags(Object decided) {
        Map<String, String> flags = new HashMap<>();
        for (Object fact : (List<?>) decided) {
            flags.put((String) decision.get(fact, "flag"), (String) decision.get(fact, "arm"));
        }
        return flags;
    }
}
