import io.github.jamsesso.jsonlogic.JsonLogic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// json-logic-java, which keeps what it has parsed.
final class JsonLogicEngine implements Contender {
    private final JsonLogic engine = new JsonLogic();
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final List<Map<String, Object>> contexts = new ArrayList<>();

    JsonLogicEngine(Cases cases) throws Exception {
        Cases.JSON
                .readTree(cases.text("targets/jsonlogic/flags.json"))
                .path("flags")
                .properties()
                .forEach(flag -> rules.put(flag.getKey(), flag.getValue().toString()));
        cases.lines().forEach(line -> contexts.add(cases.context(line)));
    }

    @Override
    public String name() {
        return "json-logic-java 1.1.0";
    }

    @Override
    public Object decide(int at) throws Exception {
        Object[] values = new Object[rules.size()];
        int flag = 0;
        for (String rule : rules.values()) {
            values[flag++] = engine.apply(rule, contexts.get(at));
        }
        return values;
    }

    @Override
    public Map<String, String> flags(Object decision) {
        Object[] values = (Object[]) decision;
        Map<String, String> flags = new HashMap<>();
        int flag = 0;
        for (String key : rules.keySet()) {
            if (values[flag] != null) {
                flags.put(key, values[flag].toString());
            }
            flag++;
        }
        return flags;
    }
}
