@NullMarked
package app.attune.recommend.onnx;

import org.jspecify.annotations.NullMarked;
