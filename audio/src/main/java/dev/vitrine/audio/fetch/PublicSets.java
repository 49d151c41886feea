package dev.vitrine.audio.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sets that can be had.
 *
 * <p>Sizes and digests marked as published are those that TensorFlow Datasets checks the same files against. Where
 * nobody has published any, none is made up: {@link PublicSet} then rests on what came first.
 */
public final class PublicSets {
    /** The set that is fetched clip by clip: see {@link VideoClips}. */
    public static final String AUDIOSET_AUDIO = "audioset-audio";

    private static final Licence CC_BY_4 = new Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");
    private static final String NSYNTH = "https://download.magenta.tensorflow.org/datasets/nsynth/";
    private static final String NSYNTH_STORE = "https://storage.googleapis.com/magentadata/datasets/nsynth/";
    private static final String AUDIOSET = "https://storage.googleapis.com/%s_audioset/youtube_corpus/v1/";
    private static final String SQUEEZENET =
            "https://raw.githubusercontent.com/songhan/SqueezeNet-Deep-Compression/master/";
    private static final String DARKNET =
            "https://cdn.jsdelivr.net/gh/ml5js/ml5-data-and-models@master/models/darknetclassifier/darknettiny/";
    private static final int DARKNET_GROUPS = 31;

    private PublicSets() {}

    /** All, in the order in which they are listed. */
    public static List<PublicSet> all() {
        return List.of(
                catsDogs(),
                esc50(),
                gtzan(),
                nsynth("test", 4_096, 350_000_000L),
                nsynth("valid", 12_678, 1_070_000_000L),
                nsynth("train", 289_205, 23_700_000_000L),
                nsynthRecords(
                        "test",
                        new Published(
                                1_050_327_040L, "65df0d0ada540ca1983849a051cbec4d0d9c51900b6acb8a4c06492560680a71")),
                nsynthRecords(
                        "valid",
                        new Published(
                                3_250_995_200L, "eb535520a9643db461c0cd177307d7fe691c32fe6a4da60fd23ac75f6e18ae07")),
                nsynthRecords(
                        "train",
                        new Published(
                                74_159_943_680L, "09149ea1420f01a65de10a310b9e94ecc74f1640b85f68fb9122bbca0b5d207a")),
                audioSetTables(),
                audioSetFeatures(),
                audioSetAudio(),
                squeezeNet(),
                darknet());
    }

    /** The set of that name. */
    public static Optional<PublicSet> named(String name) {
        return all().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    private static PublicSet catsDogs() {
        return new PublicSet(
                "cats-dogs",
                "277 recordings of cats and dogs",
                new Licence("none stated: for your own use; do not publish the recordings", ""),
                "cats-dogs",
                List.of(),
                "Kaggle gives this set to those who have an account, so a program cannot fetch it. Sign in at"
                        + " https://www.kaggle.com/datasets/mmoreaux/audio-cats-and-dogs, choose Download, unpack the"
                        + " zip file, and say: vitrine train cats-dogs --data FOLDER. Or make some:"
                        + " vitrine synth cats-dogs --out FOLDER.");
    }

    private static PublicSet esc50() {
        return new PublicSet(
                "esc-50",
                "2,000 environmental sounds of 5 s, 50 classes; ESC-10 is part of it",
                new Licence(
                        "CC BY-NC 3.0; its part ESC-10: CC BY 3.0", "https://creativecommons.org/licenses/by-nc/3.0/"),
                "esc-50",
                List.of(RemoteFile.of(
                        "ESC-50-master.zip",
                        Packing.ZIP,
                        645_700_000L,
                        "https://github.com/karolpiczak/ESC-50/archive/master.zip")),
                "");
    }

    private static PublicSet gtzan() {
        return new PublicSet(
                "gtzan",
                "GTZAN music/speech: 64 + 64 tracks of 30 s",
                new Licence("none stated: for research and teaching; do not publish the recordings", ""),
                "gtzan",
                List.of(RemoteFile.of(
                        "music_speech.tar.gz",
                        Packing.TAR_GZ,
                        new Published(297_055_930L, "8753bc4129fc0a916d6efcf25dbcaf30e06b41acb44ad7c3d0b5c9d9c90ff546"),
                        "http://opihi.cs.uvic.ca/sound/music_speech.tar.gz")),
                "Its server is often down. The same recordings are at"
                        + " https://www.kaggle.com/datasets/lnicalo/gtzan-musicspeech-collection (an account is needed).");
    }

    private static PublicSet nsynth(String part, int notes, long about) {
        String file = "nsynth-" + part + ".jsonwav.tar.gz";
        return new PublicSet(
                "nsynth-" + part,
                "NSynth, %s part: %,d notes of 4 s as WAV files".formatted(part, notes),
                CC_BY_4,
                "nsynth-" + part,
                List.of(RemoteFile.of(file, Packing.TAR_GZ, about, NSYNTH + file, NSYNTH_STORE + file)),
                "");
    }

    private static PublicSet nsynthRecords(String part, Published published) {
        String file = "nsynth-" + part + ".tfrecord.tar";
        return new PublicSet(
                "nsynth-" + part + "-tfrecord",
                "NSynth, %s part, as TFRecord files".formatted(part),
                CC_BY_4,
                "nsynth-" + part + "-tfrecord",
                List.of(RemoteFile.of(file, Packing.TAR, published, NSYNTH + file, NSYNTH_STORE + file)),
                "");
    }

    private static PublicSet audioSetTables() {
        return new PublicSet(
                "audioset-meta",
                "AudioSet's tables: classes, segments, ratings of the labels, ontology",
                new Licence("CC BY 4.0; the ontology: CC BY-SA 4.0", CC_BY_4.address()),
                "audioset/meta",
                List.of(
                        audioSetTable(
                                "csv/class_labels_indices.csv",
                                new Published(
                                        14_675L, "cdd1049833c4b86127c2773ac0d14a2754b6a6d0d1798002ed5c66e699708429")),
                        audioSetTable(
                                "csv/balanced_train_segments.csv",
                                new Published(
                                        1_211_931L,
                                        "3b83e5ff9ed72cfda37d4e36ce08250e107c1ea70f109f6ab6668ac200db5e94")),
                        audioSetTable(
                                "csv/eval_segments.csv",
                                new Published(
                                        1_143_389L,
                                        "f7055f53935f70e74e39494a5c8c4c78f1700fce275028bd36e31186f33d45db")),
                        audioSetTable(
                                "csv/unbalanced_train_segments.csv",
                                new Published(
                                        101_468_408L,
                                        "bb2dfd5e4f1ced39db9480633c510f813d7899f4b7472aa83a411b4a43a12698")),
                        RemoteFile.of("qa_true_counts.csv", Packing.NONE, 9_000L, regions("qa/qa_true_counts.csv")),
                        RemoteFile.of(
                                "ontology.json",
                                Packing.NONE,
                                340_000L,
                                "https://raw.githubusercontent.com/audioset/ontology/master/ontology.json")),
                "");
    }

    private static RemoteFile audioSetTable(String path, Published published) {
        return RemoteFile.of(path.substring(path.indexOf('/') + 1), Packing.NONE, published, regions(path));
    }

    private static PublicSet audioSetFeatures() {
        return new PublicSet(
                "audioset-features",
                "AudioSet: embeddings of 2 million clips, 128 bytes a second, as TFRecord files",
                CC_BY_4,
                "audioset/embeddings",
                List.of(RemoteFile.of(
                        "features.tar.gz",
                        Packing.TAR_GZ,
                        new Published(
                                2_588_881_044L, "cd95d500ab2422d4233cb822e25cf73033633e2068eab64d39024e85125cb760"),
                        regions("features/features.tar.gz"))),
                "");
    }

    private static PublicSet audioSetAudio() {
        return new PublicSet(
                AUDIOSET_AUDIO,
                "AudioSet: the sound itself, clip by clip, of classes of your choice",
                new Licence("the clips belong to those who published the videos: for your own study", ""),
                AUDIOSET_AUDIO,
                List.of(),
                "The clips are parts of videos of YouTube; the programs yt-dlp and ffmpeg, which you install, fetch and"
                        + " cut them. About two thirds of the videos are no more.");
    }

    /** The same bytes lie on three continents. */
    private static String[] regions(String path) {
        return List.of("eu", "us", "asia").stream()
                .map(region -> AUDIOSET.formatted(region) + path)
                .toArray(String[]::new);
    }

    private static PublicSet squeezeNet() {
        return new PublicSet(
                "squeezenet",
                "SqueezeNet 1.0 for ImageNet in Deep Compression form",
                new Licence("BSD 2-clause", "https://github.com/DeepScale/SqueezeNet/blob/master/LICENSE"),
                "imagenet/squeezenet",
                List.of(
                        RemoteFile.of(
                                "compressed_SqueezeNet.net",
                                Packing.NONE,
                                676_000L,
                                SQUEEZENET + "compressed_SqueezeNet.net"),
                        RemoteFile.of(
                                "SqueezeNet_deploy.prototxt",
                                Packing.NONE,
                                10_500L,
                                SQUEEZENET + "SqueezeNet_deploy.prototxt")),
                "");
    }

    private static PublicSet darknet() {
        List<RemoteFile> files = new ArrayList<>();
        files.add(RemoteFile.of("model.json", Packing.NONE, 20_000L, DARKNET + "model.json"));
        for (int group = 1; group <= DARKNET_GROUPS; group++) {
            String name = "group" + group + "-shard1of1";
            files.add(RemoteFile.of(name, Packing.NONE, 130_000L, DARKNET + name));
        }
        return new PublicSet(
                "darknet-tiny",
                "Darknet Tiny for ImageNet, as float32 files",
                new Licence("weights: public domain; their files: MIT", "https://pjreddie.com/darknet/"),
                "imagenet/darknet-tiny",
                files,
                "");
    }
}
