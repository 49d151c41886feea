package dev.vitrine.experiments.planted;

import com.beust.jcommander.JCommander;
import com.google.protobuf.CodedInputStream;
import com.jcraft.jorbis.Info;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jocl.CL;
import org.jtransforms.fft.DoubleFFT_1D;
import org.knowm.xchart.XYChart;

/** Breaks the house's rules on purpose: its name, its package, and the libraries that it knows. */
final class PlantedUtils {
    List<Class<?>> libraries = List.of(
            CL.class,
            DoubleFFT_1D.class,
            XYChart.class,
            JCommander.class,
            Info.class,
            CodedInputStream.class,
            ZipFile.class);
}
