"""torch.permute."""

import golden

CASES = [((), ()), ((5,), (0,)), ((3, 17), (1, 0)), ((2, 3, 5), (0, 2, 1)), ((2, 3, 5), (2, 0, 1)),
         ((2, 3, 5), (1, -1, 0)), ((2, 3, 4, 5), (0, 2, 3, 1)), ((2, 3, 4, 5), (-1, -2, 1, 0)),
         ((2, 1, 3, 2, 2), (4, 1, 0, 3, 2))]

golden.write(
    __file__,
    [
        golden.case(
            f"{list(shape)} as {list(axes)}",
            {"axes": " ".join(map(str, axes))},
            golden.inputs_from(seed, x=shape),
            lambda x: x.permute(axes),
        )
        for seed, (shape, axes) in enumerate(CASES)
    ],
)
