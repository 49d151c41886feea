package dev.vitrine.audio.fetch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two programs that fetch and cut the sound of videos.
 *
 * @param ytDlp fetches
 * @param ffmpeg cuts and converts
 */
public record Tools(Path ytDlp, Path ffmpeg) {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    /**
     * Looks for them.
     *
     * @param searchPath folders, as in the environment's PATH
     * @throws FetchException if one is missing, or both; one line says which, and how to get it
     */
    public static Tools find(String searchPath) throws FetchException {
        Optional<Path> ytDlp = find("yt-dlp", searchPath);
        Optional<Path> ffmpeg = find("ffmpeg", searchPath);
        if (ytDlp.isPresent() && ffmpeg.isPresent()) {
            return new Tools(ytDlp.get(), ffmpeg.get());
        }
        String missing = ytDlp.isPresent()
                ? "ffmpeg is missing"
                : ffmpeg.isPresent() ? "yt-dlp is missing" : "yt-dlp and ffmpeg are missing";
        throw new FetchException(missing + ": install what is missing (https://github.com/yt-dlp/yt-dlp,"
                + " https://ffmpeg.org; Debian: apt install yt-dlp ffmpeg)");
    }

    private static Optional<Path> find(String name, String searchPath) {
        return SEPARATOR
                .splitAsStream(searchPath)
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Optional.ofNullable(path(folder)).stream())
                .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(name + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static @Nullable Path path(String folder) {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
