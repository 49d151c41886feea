"""torch.relu."""

import golden
import torch

SHAPES = [(), (1,), (2,), (16,), (17,), (3, 5), (2, 16), (2, 3, 7), (1, 4, 33)]

golden.write(
    __file__,
    [
        golden.case(f"x {list(shape)}", {}, golden.inputs_from(seed, x=shape), lambda x: torch.relu(x))
        for seed, shape in enumerate(SHAPES)
    ],
)
