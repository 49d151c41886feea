package dev.vitrine.audio.fetch;

import java.util.ArrayList;
import java.util.List;

/** Keeps what was said on the way. */
final class Heard implements FetchEvents {
    final List<String> tasks = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    long last;

    @Override
    public void begin(String task, long bytes, long done) {
        tasks.add(task + " " + done + "/" + bytes);
    }

    @Override
    public void at(long bytes) {
        last = bytes;
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }
}
