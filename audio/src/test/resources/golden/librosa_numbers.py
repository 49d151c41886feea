"""What librosa says about sounds that code can make: python3 librosa_numbers.py writes librosa/CASE.FEATURE.npy.

Needs the package librosa (these files: 0.11.0 with NumPy 2.4 and SciPy 1.17). The same sounds are made in
LibrosaCases.java.
"""
import pathlib

import librosa
import numpy as np

FOLDER = pathlib.Path(__file__).parent / "librosa"


def tones(rate, count):
    """Three notes of a chord in turn, each fading, slightly above concert pitch."""
    n = np.arange(count)
    third = count // 3
    note = np.minimum(n // third, 2)
    hz = 443.0 * 2.0 ** (np.array([0, 4, 7])[note] / 12.0)
    level = 0.5 * (1.0 - (n % third) / (2.0 * third))
    return (level * np.sin(2 * np.pi * hz * n / rate)).astype(np.float32)


def chirp(rate, count):
    """From 100 Hz up to a third of the sample rate."""
    n = np.arange(count)
    slope = (rate / 3.0 - 100.0) / count
    return (0.7 * np.sin(2 * np.pi * (100.0 + slope * n / 2) * n / rate)).astype(np.float32)


def noise(rate, count):
    """A linear congruential generator (Numerical Recipes), with silence in the middle."""
    x, values = 12345, np.zeros(count)
    for i in range(count):
        x = (1664525 * x + 1013904223) % 2**32
        values[i] = 0.6 * (x / 2.0**31 - 1.0)
    values[count // 3 : count // 2] = 0.0
    return values.astype(np.float32)


CASES = {
    "tones": dict(
        sound=tones, rate=8000, count=3000, n_fft=512, hop_length=160, win_length=512, window="hann", center=True,
        pad_mode="constant", n_mels=24, fmin=0.0, fmax=None, htk=False, norm="slaney", n_mfcc=20, n_bands=4),
    "noise": dict(
        sound=noise, rate=16000, count=3001, n_fft=256, hop_length=150, win_length=200, window="hamming", center=True,
        pad_mode="reflect", n_mels=16, fmin=100.0, fmax=7000.0, htk=True, norm=None, n_mfcc=13, n_bands=6),
    "chirp": dict(
        sound=chirp, rate=22050, count=4000, n_fft=300, hop_length=200, win_length=300, window="blackman", center=False,
        pad_mode="constant", n_mels=20, fmin=0.0, fmax=8000.0, htk=True, norm="slaney", n_mfcc=20, n_bands=6),
    "boxes": dict(
        sound=chirp, rate=16000, count=2400, n_fft=200, hop_length=200, win_length=200, window="boxcar", center=True,
        pad_mode="constant", n_mels=12, fmin=0.0, fmax=None, htk=False, norm=None, n_mfcc=12, n_bands=6),
}


def features(sound, rate, count, n_mels, fmin, fmax, htk, norm, n_mfcc, n_bands, **frames):
    y = sound(rate, count)
    length, hop, center = frames["n_fft"], frames["hop_length"], frames["center"]
    bands = dict(n_mels=n_mels, fmin=fmin, fmax=fmax, htk=htk, norm=norm)
    stft = librosa.stft(y, **frames)
    mel = librosa.feature.melspectrogram(y=y, sr=rate, power=2.0, **frames, **bands)
    mel_db = librosa.power_to_db(mel)
    mfcc = librosa.feature.mfcc(S=mel_db, n_mfcc=n_mfcc)
    feature = librosa.feature
    values = {
        "stft_magnitude": np.abs(stft),
        "stft_db": librosa.amplitude_to_db(np.abs(stft), ref=np.max, top_db=60),
        "mel_filters": librosa.filters.mel(sr=rate, n_fft=length, **bands),
        "mel_power": mel,
        "mel_db": mel_db,
        "mfcc": mfcc,
        "mfcc_liftered": librosa.feature.mfcc(S=mel_db, n_mfcc=n_mfcc, lifter=22),
        "mfcc_delta": feature.delta(mfcc),
        "mfcc_delta2": feature.delta(mfcc, order=2),
        "chroma_stft": feature.chroma_stft(y=y, sr=rate, tuning=0, **frames),
        "chroma_stft_estimated": feature.chroma_stft(y=y, sr=rate, **frames),
        "rms": feature.rms(S=np.abs(stft), frame_length=length),
        "rms_of_samples": feature.rms(y=y, frame_length=length, hop_length=hop, center=center, pad_mode=frames["pad_mode"]),
        "zero_crossing_rate": feature.zero_crossing_rate(y, frame_length=length, hop_length=hop, center=center),
        "spectral_centroid": feature.spectral_centroid(y=y, sr=rate, **frames),
        "spectral_bandwidth": feature.spectral_bandwidth(y=y, sr=rate, **frames),
        "spectral_rolloff": feature.spectral_rolloff(y=y, sr=rate, **frames),
        "spectral_flatness": feature.spectral_flatness(y=y, **frames),
        "spectral_contrast": feature.spectral_contrast(y=y, sr=rate, n_bands=n_bands, **frames),
    }
    if center:  # the first samples of other frames are divided by next to nothing
        back = dict(hop_length=hop, win_length=frames["win_length"], n_fft=length, window=frames["window"], length=count)
        fading = stft * np.linspace(1, 0.5, stft.shape[1])
        values["istft"] = librosa.istft(fading, **back)[None]
        if sound is not tones:  # most of their bins are rounding errors, whose phases are anyone's guess
            values["griffinlim"] = librosa.griffinlim(
                np.abs(stft), n_iter=4, init=None, pad_mode=frames["pad_mode"], **back)[None]
    return values.astype(np.float32)


CASES = {
    "tones": dict(
        sound=tones, rate=8000, count=3000, n_fft=512, hop_length=160, win_length=512, window="hann", center=True,
        pad_mode="constant", n_mels=24, fmin=0.0, fmax=None, htk=False, norm="slaney", n_mfcc=20, n_bands=4),
    "noise": dict(
        sound=noise, rate=16000, count=3001, n_fft=256, hop_length=150, win_length=200, window="hamming", center=True,
        pad_mode="reflect", n_mels=16, fmin=100.0, fmax=7000.0, htk=True, norm=None, n_mfcc=13, n_bands=6),
    "chirp": dict(
        sound=chirp, rate=22050, count=4000, n_fft=300, hop_length=200, win_length=300, window="blackman", center=False,
        pad_mode="constant", n_mels=20, fmin=0.0, fmax=8000.0, htk=True, norm="slaney", n_mfcc=20, n_bands=6),
    "boxes": dict(
        sound=chirp, rate=16000, count=2400, n_fft=200, hop_length=200, win_length=200, window="boxcar", center=True,
        pad_mode="constant", n_mels=12, fmin=0.0, fmax=None, htk=False, norm=None, n_mfcc=12, n_bands=6),
}


def features(sound, rate, count, n_mels, fmin, fmax, htk, norm, n_mfcc, n_bands, **frames):
    y = sound(rate, count)
    length, hop, center = frames["n_fft"], frames["hop_length"], frames["center"]
    bands = dict(n_mels=n_mels, fmin=fmin, fmax=fmax, htk=htk, norm=norm)
    stft = librosa.stft(y, **frames)
    mel = librosa.feature.melspectrogram(y=y, sr=rate, power=2.0, **frames, **bands)
    mel_db = librosa.power_to_db(mel)
    mfcc = librosa.feature.mfcc(S=mel_db, n_mfcc=n_mfcc)
    feature = librosa.feature
    values = {
        "stft_magnitude": np.abs(stft),
        "stft_db": librosa.amplitude_to_db(np.abs(stft), ref=np.max, top_db=60),
        "mel_filters": librosa.filters.mel(sr=rate, n_fft=length, **bands),
        "mel_power": mel,
        "mel_db": mel_db,
        "mfcc": mfcc,
        "mfcc_liftered": librosa.feature.mfcc(S=mel_db, n_mfcc=n_mfcc, lifter=22),
        "mfcc_delta": feature.delta(mfcc),
        "mfcc_delta2": feature.delta(mfcc, order=2),
        "chroma_stft": feature.chroma_stft(y=y, sr=rate, tuning=0, **frames),
        "chroma_stft_estimated": feature.chroma_stft(y=y, sr=rate, **frames),
        "rms": feature.rms(S=np.abs(stft), frame_length=length),
        "rms_of_samples": feature.rms(y=y, frame_length=length, hop_length=hop, center=center, pad_mode=frames["pad_mode"]),
        "zero_crossing_rate": feature.zero_crossing_rate(y, frame_length=length, hop_length=hop, center=center),
        "spectral_centroid": feature.spectral_centroid(y=y, sr=rate, **frames),
        "spectral_bandwidth": feature.spectral_bandwidth(y=y, sr=rate, **frames),
        "spectral_rolloff": feature.spectral_rolloff(y=y, sr=rate, **frames),
        "spectral_flatness": feature.spectral_flatness(y=y, **frames),
        "spectral_contrast": feature.spectral_contrast(y=y, sr=rate, n_bands=n_bands, **frames),
    }
    if center:  # the first samples of other frames are divided by next to nothing
        back = dict(hop_length=hop, win_length=frames["win_length"], n_fft=length, window=frames["window"], length=count)
        fading = stft * np.linspace(1, 0.5, stft.shape[1])
        values["istft"] = librosa.istft(fading, **back)[None]
        pad_mode = frames["pad_mode"]
        values["griffinlim"] = librosa.griffinlim(np.abs(stft), n_iter=4, init=None, pad_mode=pad_mode, **back)[None]
    return values


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, parameters in CASES.items():
        for feature, values in features(**parameters).items():
            np.save(FOLDER / f"{name}.{feature}.npy", np.ascontiguousarray(values, dtype=np.float32))
