/**
 * Where numbers live and loops run: the Java device and OpenCL devices.
 *
 * <p>Begin with {@link dev.vitrine.engine.device.Device}; {@link dev.vitrine.engine.device.Devices} finds and opens one.
 * Memory is handed out in {@link dev.vitrine.engine.device.Scope}s and counted. A
 * {@link dev.vitrine.engine.device.KernelPair} is how an operation brings its two halves, and
 * {@link dev.vitrine.engine.device.OpenClDevice} compiles and launches the OpenCL one.
 *
 * <p>This is the only room that knows JOCL. It knows no operation and no tensor, and depends on no other room.
 */
@NullMarked
package dev.vitrine.engine.device;

import org.jspecify.annotations.NullMarked;
