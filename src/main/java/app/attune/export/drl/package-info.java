/// A bundle's segments and rules as rules of Drools.
@NullMarked
package app.attune.export.drl;

import org.jspecify.annotations.NullMarked;
