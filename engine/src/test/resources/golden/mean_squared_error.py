"""torch.nn.functional.mse_loss, reduction mean; with and without a gradient for the targets."""

import golden
import torch

SHAPES = [(), (1,), (2,), (5, 1), (16,), (17, 3), (2, 3, 5), (64,)]

golden.write(
    __file__,
    [
        golden.case(
            f"{list(shape)}{', targets fixed' if fixed else ''}",
            {},
            golden.inputs_from(seed, x=shape, targets=shape),
            lambda x, targets: torch.nn.functional.mse_loss(x, targets),
            fixed=fixed,
        )
        for seed, shape in enumerate(SHAPES)
        for fixed in ((), ("targets",))
    ],
)
