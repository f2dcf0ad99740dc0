package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlAnswerTest {
    @Test
    void anAnswerCopiedToASpreadsheetRunsNothingThere() {
        SqlAnswer answer = new SqlAnswer(
                List.of(new SqlAnswer.SqlColumn("=name", false), new SqlAnswer.SqlColumn("value", true)),
                List.of(List.of("=HYPERLINK(1)", "-2.50"), List.of("two\nlines\tand a tab", "@x")),
                false);
        assertEquals("'=name\tvalue\n'=HYPERLINK(1)\t-2.50\ntwo lines and a tab\t'@x", answer.tabbed());
    }
}
