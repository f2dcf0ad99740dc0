/// Models of factors as ONNX, for servers that run such graphs.
@NullMarked
package app.attune.recommend.onnx;

import org.jspecify.annotations.NullMarked;
