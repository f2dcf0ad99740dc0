package app.attune.export.jsonlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class JsonLogicTest {
    private static String value(String rule, String data) {
        JsonNode value = JsonLogic.read(Json.read(rule, "rule")).apply(Json.read(data, "data"));
        return value.isNumber() ? String.valueOf(value.doubleValue()) : value.toString();
    }

    @Test
    void nothingIsZeroWhenOrderedAsInJavaScript() {
        assertEquals("true", value("{\">=\":[{\"var\":\"a\"},0]}", "{}"));
        assertEquals("true", value("{\"<\":[{\"var\":\"a\"},1]}", "{\"a\":null}"));
        assertEquals("false", value("{\">\":[\"abc\",1]}", "{}"));
        assertEquals("true", value("{\"<\":[\"10\",\"9\"]}", "{}"));
        assertEquals("false", value("{\"<\":[\"10\",9]}", "{}"));
    }

    @Test
    void strictEqualityNeverConverts() {
        assertEquals("false", value("{\"===\":[{\"cat\":[{\"var\":\"a\"}]},{\"var\":\"a\"}]}", "{\"a\":5}"));
        assertEquals("true", value("{\"===\":[{\"cat\":[{\"var\":\"a\"}]},{\"var\":\"a\"}]}", "{\"a\":\"\"}"));
        assertEquals("false", value("{\"===\":[{\"+\":[{\"var\":\"a\"},0]},{\"var\":\"a\"}]}", "{\"a\":\"5\"}"));
        assertEquals("false", value("{\"===\":[{\"+\":[{\"var\":\"a\"},0]},{\"var\":\"a\"}]}", "{\"a\":[5]}"));
        assertEquals("true", value("{\"===\":[{\"+\":[{\"var\":\"a\"},0]},{\"var\":\"a\"}]}", "{\"a\":-0.0}"));
        assertEquals("false", value("{\"===\":[[],[]]}", "{}"));
        assertEquals("false", value("{\"===\":[true,1]}", "{}"));
    }

    @Test
    void looseEqualityConvertsAsJavaScriptDoes() {
        assertEquals("true", value("{\"==\":[\"\",0]}", "{}"));
        assertEquals("false", value("{\"==\":[null,0]}", "{}"));
        assertEquals("true", value("{\"==\":[[5],5]}", "{}"));
        assertEquals("true", value("{\"==\":[\" 0x10 \",16]}", "{}"));
        assertEquals("true", value("{\"==\":[true,\"1\"]}", "{}"));
    }

    @Test
    void numbersAreWrittenAsJavaScriptWritesThem() {
        assertEquals(
                "\"1|0.1|1e+21|1e-7|-1.5e-9|123456789012345680000\"",
                value(
                        "{\"cat\":[1.0,\"|\",0.1,\"|\",1e21,\"|\",1e-7,\"|\",-1.5e-9,\"|\",123456789012345678901]}",
                        "{}"));
    }

    @Test
    void onlyDataIsFoundNothingInherited() {
        for (String name : new String[] {"__proto__", "constructor", "toString", "a.length"}) {
            assertEquals("null", value("{\"var\":\"" + name + "\"}", "{\"a\":\"x\"}"));
        }
        assertEquals("7.0", value("{\"var\":[\"a.b.c\",7]}", "{\"a\":{\"b\":5}}"));
    }

    @Test
    void anOperatorThatIsNotThereIsNamed() {
        ProblemException thrown = assertThrows(
                ProblemException.class, () -> JsonLogic.read(Json.read("{\"and\":[{\"exec\":[1]}]}", "rule")));
        assertEquals("jsonlogic.unreadable", thrown.problem().code());
        assertThrows(ProblemException.class, () -> JsonLogic.read(Json.read("{\"starts_with\":[1]}", "rule")));
    }

    @Test
    void flagdMayAskHowTextsBeginAndEnd() {
        JsonNode rule = Json.read("{\"starts_with\":[{\"var\":\"a\"},\"ab\"]}", "rule");
        JsonLogic logic = JsonLogic.read(rule, JsonLogic.Dialect.FLAGD);
        assertEquals(true, logic.holds(Json.read("{\"a\":\"abc\"}", "data")));
        assertEquals(false, logic.holds(Json.read("{\"a\":5}", "data")));
        assertEquals(false, logic.holds(Json.read("{}", "data")));
    }
}
