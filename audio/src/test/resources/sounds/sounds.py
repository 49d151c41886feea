#!/usr/bin/env python3
"""Makes the sound files beside it: a sweep, quarter of a second at 8 kHz, two channels, and what encoders make of it.

Needs numpy, and the programs flac, oggenc (vorbis-tools), lame and sox.
"""
import os
import struct
import subprocess

import numpy as np

RATE = 8000
t = np.arange(RATE // 4) / RATE
left = 0.5 * np.sin(2 * np.pi * (200 * t + 1200 * t * t))
right = 0.25 * np.sin(2 * np.pi * 440 * t)
stereo = np.stack([left, right], axis=1)


def wav(name, samples, rate):
    pcm = np.round(samples * 32768).astype("<i2")
    channels = pcm.shape[1]
    data = pcm.tobytes()
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, channels, rate,
                       2 * channels * rate, 2 * channels, 16, b"data", len(data))
    with open(name, "wb") as out:
        out.write(head + data)


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


wav("sweep.wav", stereo, RATE)
run("flac", "-f", "--no-padding", "-o", "sweep.flac", "sweep.wav")
run("sox", "sweep.wav", "-b", "24", "sweep24.wav")
run("flac", "-f", "--no-padding", "-o", "sweep24.flac", "sweep24.wav")
run("oggenc", "-q", "6", "--serial", "7", "-o", "sweep.ogg", "sweep.wav")
# Layer III of MPEG-1 begins at 32 kHz, of MPEG-2 at 16 kHz.
run("sox", "sweep.wav", "-r", "32000", "sweep32k.wav")
run("lame", "-b", "128", "--noreplaygain", "sweep32k.wav", "sweep32k.mp3")
run("sox", "sweep.wav", "-r", "16000", "-c", "1", "sweep16k.wav")
run("lame", "-b", "32", "-t", "--noreplaygain", "sweep16k.wav", "untagged16k.mp3")
run("sox", "sweep.wav", "-e", "a-law", "alaw.wav")
run("sox", "sweep.wav", "-e", "mu-law", "mulaw.wav")
for name in ("sweep24.wav", "sweep32k.wav", "sweep16k.wav"):
    os.remove(name)
