/**
 * Why a result is what it is: faults of data, of training and of measuring, each found in what a run left behind.
 *
 * <p>Begin at {@link dev.vitrine.experiments.diagnosis.Diagnosis}, one small class for each fault, and {@link
 * dev.vitrine.experiments.diagnosis.Evidence}, all that a diagnosis may look at: files of the run folder alone, so that
 * neither data nor a device is needed. What an older version did not write down is answered by "not recorded".
 *
 * <p>Knows the recipe's types alone, no experiment. May depend on {@code preflight}, {@code recipe}, {@code report} and the
 * engine's files; only {@code cli} may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.diagnosis;

import org.jspecify.annotations.NullMarked;
