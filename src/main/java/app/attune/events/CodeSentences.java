package app.attune.events;

import app.attune.events.read.ImportPreview;
import app.attune.events.read.NumberText;
import java.util.ArrayList;
import java.util.List;

/// What is said of columns that look like numbers and are kept as words, since as numbers something would be lost.
public final class CodeSentences {
    private CodeSentences() {}

    /// "PLZ is kept as words: as a number 01067 would be 1067." One for each such column.
    public static List<String> of(Mapping mapping, ImportPreview preview) {
        List<String> sentences = new ArrayList<>();
        for (MappedColumn column : mapping.columns()) {
            int position = preview.columnNames().indexOf(column.column());
            if (column.role().isKeptByName() && column.type() == FieldType.TEXT && position >= 0) {
                List<String> values = preview.rows().stream()
                        .map(row -> row.get(position).strip())
                        .filter(text -> !text.isEmpty())
                        .toList();
                boolean whole = values.stream().allMatch(text -> text.chars().allMatch(Character::isDigit));
                values.stream()
                        .filter(text -> whole && NumberText.isCode(text))
                        .findFirst()
                        .ifPresent(code ->
                                sentences.add(column.column() + " is kept as words: as a number " + loss(code) + "."));
            }
        }
        return sentences;
    }

    /// What a code would lose as a number.
    static String loss(String code) {
        String number = NumberText.counted(code);
        return number.indexOf('E') < 0 ? code + " would be " + number : "the last digits of " + code + " would be lost";
    }
}
