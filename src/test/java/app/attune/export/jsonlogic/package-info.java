/// Tests of JsonLogic against its published cases and its own promises.
@NullMarked
package app.attune.export.jsonlogic;

import org.jspecify.annotations.NullMarked;
