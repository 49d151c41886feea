"""Makes log_mel.csv: a log-mel spectrogram by the published formulas, with NumPy alone.

Window: periodic Hann. Frames: centred, zero-padded. Mel scale and norm: Slaney. Level: 10 log10(max(power, 1e-10)),
not more than 80 dB below the loudest. Run: python3 log_mel.py > log_mel.csv
"""
import numpy as np

rate, n_fft, hop, bands = 16000, 512, 256, 8
t = np.arange(2000)
x = (0.5 * np.sin(2 * np.pi * 440 * t / rate) + 0.1 * np.sin(2 * np.pi * (500 + 1.5 * t) * t / rate)).astype(np.float32)


def hz(m):
    m = np.asarray(m, float)
    return np.where(m < 15, m * 200 / 3, 1000 * np.exp(np.log(6.4) / 27 * (m - 15)))


top = 15 + np.log(rate / 2 / 1000) / (np.log(6.4) / 27)
edges = hz(np.linspace(0, top, bands + 2))
freqs = np.arange(n_fft // 2 + 1) * rate / n_fft
bank = np.array([
    np.maximum(0, np.minimum((freqs - edges[b]) / (edges[b + 1] - edges[b]),
                             (edges[b + 2] - freqs) / (edges[b + 2] - edges[b + 1]))) * 2 / (edges[b + 2] - edges[b])
    for b in range(bands)])
padded = np.pad(x.astype(float), n_fft // 2)
window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n_fft) / n_fft)
frames = np.array([padded[i * hop:i * hop + n_fft] * window for i in range(1 + len(x) // hop)])
power = np.abs(np.fft.rfft(frames)).T ** 2
db = 10 * np.log10(np.maximum(1e-10, bank @ power))
db = np.maximum(db, db.max() - 80)
for row in db:
    print(",".join(repr(float(v)) for v in row))
