/// Fuzz targets: what reads files and texts of others, to be fed by Jazzer. They need nothing of Jazzer's to compile.
@NullMarked
package app.attune.fuzz;

import org.jspecify.annotations.NullMarked;
