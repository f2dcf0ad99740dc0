package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedFilesTest {
    @TempDir
    Path folder;

    private String code(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("given.csv"), content);
        Optional<Problem> problem = RefusedFiles.problem(file);
        problem.ifPresent(found -> assertTrue(
                found.message().startsWith("given.csv is ") || found.code().equals("import.empty"), found.message()));
        return problem.map(Problem::code).orElse("");
    }

    private String code(String latin) throws IOException {
        return code(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("a,b\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void everyKindThatHoldsNoRowsIsNamedWhateverItsFileIsCalled() throws IOException {
        assertEquals("", code(zip("xl/workbook.xml")));
        assertEquals("import.pdf", code("%PDF-1.7\n1 0 obj"));
        assertEquals("", code("PAR1\u0015\u0004\u0015"));
        assertEquals("import.image", code("\u0089PNG\r\n\u001a\n"));
        assertEquals("import.image", code("\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF"));
        assertEquals("import.excel", code("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1"));
        assertEquals("import.packed", code("7z\u00BC\u00AF'\u001C"));
        assertEquals("import.web-page", code("\n<!DOCTYPE html><html>"));
        assertEquals("import.xml", code("<?xml version=\"1.0\"?><rows/>"));
        assertEquals("import.not-text", code("\u0001\u0000\u0000\u0000\u0002\u0000\u0000\u0000".repeat(100)));
        assertEquals("import.empty", code(""));
    }

    @Test
    void whatIsCompressedIsLookedIntoToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals("import.pdf", code(bytes.toByteArray()));
    }

    @Test
    void rowsInAnyEncodingPass() throws IOException {
        String rows = "user_id,time\na,2026-01-01\nJürgen,2026-01-02\n";
        assertEquals("", code(rows.getBytes(StandardCharsets.UTF_8)));
        assertEquals("", code(rows.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("", code(rows.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("", code(rows.getBytes(StandardCharsets.UTF_16)));
        assertEquals("", code("{\"a\":1}\n"));
        assertEquals("", code("a\u0000b,c\n".concat("x,y\n".repeat(50))));
    }
}
