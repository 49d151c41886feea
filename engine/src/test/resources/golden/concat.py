"""torch.cat of up to three tensors."""

import golden
import torch

CASES = [(0, (3,)), (0, (1,), (17,)), (0, (3, 5), (2, 5)), (-1, (3, 17), (3, 1), (3, 4)), (1, (2, 3, 5), (2, 1, 5)),
         (-2, (2, 3, 5), (2, 3, 5), (2, 4, 5)), (0, (1, 2, 3, 2), (2, 2, 3, 2))]

golden.write(
    __file__,
    [
        golden.case(
            f"{' and '.join(str(list(shape)) for shape in shapes)} along {axis}",
            {"axis": axis},
            golden.inputs_from(seed, **dict(zip("abc", shapes))),
            lambda **parts: torch.cat(list(parts.values()), dim=axis),
        )
        for seed, (axis, *shapes) in enumerate(CASES)
    ],
)
