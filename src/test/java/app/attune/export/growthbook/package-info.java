/// Tests of GrowthBook's formats against its published cases.
@NullMarked
package app.attune.export.growthbook;

import org.jspecify.annotations.NullMarked;
