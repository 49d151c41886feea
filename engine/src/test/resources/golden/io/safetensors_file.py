"""Writes reference.safetensors with the format's own library, for the Java tests to read and to write byte by byte.

`python3 safetensors_file.py` writes it beside it. Made with safetensors 0.8.0 (pip install safetensors numpy).
With file names it instead reads those files with that library and prints what they hold:
`python3 safetensors_file.py FILE...`
"""

import pathlib
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

for name in sys.argv[1:]:
    with safe_open(name, "np") as file:
        print(name, file.metadata())
        for key in file.keys():
            array = file.get_tensor(key)
            print(key, array.dtype, array.shape, array.tolist())

if len(sys.argv) == 1:
    here = pathlib.Path(__file__).parent
    floats = np.array([[0.1, -0.0, 1.5], [np.inf, -np.inf, np.nan]], "<f4")
    save_file(
        {"features.0.weight": floats, "scalar": np.array(2.5, "<f4")},
        here / "reference.safetensors",
        metadata={"format": "np"},
    )
    save_file(
        {"count": np.array([2**53, -1], "<i8"), "f4": floats, "f8": np.array([0.1]), "u1": np.array([255], "u1")},
        here / "mixed.safetensors",
    )
    save_file({"half": np.array([1.0], "<f2")}, here / "half.safetensors")
