"""torch.nn.functional.pad, mode constant, along one axis."""

import golden
import torch.nn.functional as F

CASES = [((1,), 0, 0, 2, 0.0), ((17,), 0, 3, 0, 1.5), ((3, 5), 1, 2, 1, 0.0), ((3, 5), -1, 16, 17, -2.0),
         ((3, 5), 0, 1, 1, 0.25), ((2, 3, 7), 1, 0, 2, 0.0), ((2, 3, 7), -3, 1, 0, 3.0), ((2, 2, 3, 2), 2, 4, 1, 1.0)]


def by_axis(shape, axis, before, after):
    """PyTorch wants a pair per axis, the last one first."""
    return [0, 0] * (len(shape) - 1 - axis % len(shape)) + [before, after]


golden.write(
    __file__,
    [
        golden.case(
            f"{list(shape)} axis {axis} with {before} and {after} of {constant}",
            {"axis": axis, "before": before, "after": after, "constant": constant},
            golden.inputs_from(seed, x=shape),
            lambda x: F.pad(x, by_axis(shape, axis, before, after), value=constant),
        )
        for seed, (shape, axis, before, after, constant) in enumerate(CASES)
    ],
)
