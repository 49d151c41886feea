package dev.vitrine.engine.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was found to be quicker on a device than the usual numbers. A site that is not among these runs as usual.
 *
 * <p>Other numbers add in another order, so results have other last bits: what has to be repeated to the same bits needs
 * the same tuning, which {@link #fingerprint} tells.
 *
 * @param chosen what to take instead of the usual, by site
 */
public record Tuning(Map<Site, Map<Knob, Integer>> chosen) {
    /** Everything as usual. */
    public static final Tuning NONE = new Tuning(Map.of());

    private static final Pattern LINE = Pattern.compile("([a-z0-9_.]+) (\\[.*]): ([a-z]+=.*)");

    public Tuning {
        Map<Site, Map<Knob, Integer>> copy = new TreeMap<>();
        chosen.forEach((site, numbers) -> {
            numbers.forEach(Tuning::require);
            if (!numbers.isEmpty()) {
                copy.put(site, Collections.unmodifiableMap(new EnumMap<>(numbers)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
    }

    private static void require(Knob knob, int value) {
        if (!knob.takes(value)) {
            throw new IllegalArgumentException(knob.word() + " must be " + knob.range() + ", got " + value);
        }
    }

    /** True where everything is as usual. */
    public boolean isNone() {
        return chosen.isEmpty();
    }

    /** What to take at a site instead of the usual; nothing where it was not tuned. */
    public Map<Knob, Integer> at(Site site) {
        return chosen.getOrDefault(site, Map.of());
    }

    /** This tuning with other numbers for one site; as usual there, if there are none. */
    public Tuning with(Site site, Map<Knob, Integer> numbers) {
        Map<Site, Map<Knob, Integer>> more = new TreeMap<>(chosen);
        more.put(site, numbers);
        return new Tuning(more);
    }

    /** A line for each site, as in {@code conv1d.forward [n=32 c=10]: width=8 channels=5}. */
    public List<String> lines() {
        return chosen.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + words(entry.getValue()))
                .toList();
    }

    /** As it is written at the end of a line: {@code width=8 channels=5}. */
    public static String words(Map<Knob, Integer> numbers) {
        return new EnumMap<>(numbers)
                .entrySet().stream()
                        .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    /**
     * Reads what {@link #lines} writes.
     *
     * @throws IllegalArgumentException if a line is not such a line, or stands for a site that another stands for
     */
    public static Tuning of(List<String> lines) {
        Map<Site, Map<Knob, Integer>> chosen = new TreeMap<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "expected a line such as 'conv1d.forward [n=32 c=10]: width=8', got '" + line + "'");
            }
            if (chosen.put(new Site(parts.group(1), parts.group(2)), numbers(parts.group(3))) != null) {
                throw new IllegalArgumentException("two lines begin '" + parts.group(1) + " " + parts.group(2) + "'");
            }
        }
        return new Tuning(chosen);
    }

    private static Map<Knob, Integer> numbers(String words) {
        Map<Knob, Integer> numbers = new EnumMap<>(Knob.class);
        for (String word : words.split(" ", -1)) {
            if (!word.matches("[a-z]+=\\d{1,7}")) {
                throw new IllegalArgumentException("expected a number such as 'width=8', got '" + word + "'");
            }
            String name = word.substring(0, word.indexOf('='));
            Knob knob = Knob.named(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is nothing to tune named '" + name + "'"));
            numbers.put(knob, Integer.parseInt(word.substring(name.length() + 1)));
        }
        return numbers;
    }

    /** Eight letters that are the same for the same tuning, and hardly for another. */
    public String fingerprint() {
        try {
            byte[] text = String.join("\n", lines()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
