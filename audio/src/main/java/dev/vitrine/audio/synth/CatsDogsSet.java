package dev.vitrine.audio.synth;

import java.util.List;
import java.util.Locale;

/** Meows and barks; each clip is another animal. */
record CatsDogsSet() implements SynthSet {
    @Override
    public String name() {
        return "cats-dogs";
    }

    @Override
    public String contents() {
        return "meows and barks, 1 to 4 s";
    }

    @Override
    public List<String> classes() {
        return List.of("cat", "dog");
    }

    @Override
    public SynthClip clip(int label, int index, long seed) {
        String name = String.format(Locale.ROOT, "%s_%03d.wav", classes().get(label), index + 1);
        long own = clipSeed(label, index, seed);
        return new SynthClip(name, label, name, label == 0 ? CatsDogsSynth.meow(own) : CatsDogsSynth.bark(own));
    }
}
