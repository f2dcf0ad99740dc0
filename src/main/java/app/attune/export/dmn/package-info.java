/// A bundle's segments and rules as a decision model of DMN 1.5.
@NullMarked
package app.attune.export.dmn;

import org.jspecify.annotations.NullMarked;
