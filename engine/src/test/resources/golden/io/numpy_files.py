"""Writes small .npy and .npz files as NumPy writes them, for the Java tests to read.

`python3 numpy_files.py` writes them beside it. Made with NumPy 1.24. The numbers are those of `NUMBERS` in the
test, so that each type is asked for what it must keep: signs of zero, the smallest number, infinity, not-a-number,
whole numbers up to 2^53.
"""

import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent


def save(name, array, version=None):
    with open(HERE / name, "wb") as file:
        np.lib.format.write_array(file, array, version=version)


floats = [[0.1, -0.0, 1.5], [np.inf, -np.inf, np.nan]]
save("f4.npy", np.array(floats, "<f4"))
save("f8.npy", np.array(floats, "<f8"))
save("smallest_f8.npy", np.array([np.finfo("<f8").smallest_subnormal, np.finfo("<f8").max]))
save("i4.npy", np.array([-(2**31), -1, 0, 2**31 - 1], "<i4"))
save("i8.npy", np.array([-(2**53), -1, 0, 2**53], "<i8"))
save("u1.npy", np.array([0, 127, 128, 255], "u1"))
save("scalar.npy", np.array(2.5))
save("three_axes.npy", np.arange(24, dtype="<f4").reshape(2, 3, 4))
# NumPy leaves room in the header for the first axis to grow; with this many axes that takes 64 bytes more.
save("many_axes.npy", np.array(7.0).reshape((1,) * 15))
save("version2.npy", np.array([1.0, 2.0, 3.0], "<f4"), version=(2, 0))
save("version3.npy", np.array([1.0], "<f4"), version=(3, 0))

save("fortran.npy", np.asfortranarray(np.arange(6.0).reshape(2, 3)))
save("big_endian.npy", np.array([1.0], ">f4"))
save("complex.npy", np.array([1j]))
save("record.npy", np.array([(1, 2.0)], [("a", "<i4"), ("b", "<f4")]))
save("empty.npy", np.zeros((0, 3)))
save("beyond_2_53.npy", np.array([2**53 + 1], "<i8"))

arrays = {"features.0.weight": np.array(floats, "<f4"), "labels": np.array([0, 1, 1], "<i8"), "half": np.array(0.5)}
np.savez(HERE / "stored.npz", **arrays)
np.savez_compressed(HERE / "compressed.npz", **arrays)
