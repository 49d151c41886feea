"""torch.nn.functional.layer_norm over the last axis, over the last two and over all."""

import golden
import torch.nn.functional as F

SHAPES = [(2, 1), (1, 5), (3, 7), (70, 3), (2, 3, 16), (2, 2, 17), (3, 2, 5), (1, 2, 3, 4), (2, 2, 3, 5)]
EPS = (1e-5, 1e-2)


def cases():
    number = 0
    for shape in SHAPES:
        for axes in range(1, min(3, len(shape)) + 1):
            number += 1
            last = shape[-axes:]
            eps = EPS[number % 2]
            inputs = golden.inputs_from(number, x=shape, gamma=last, beta=last)
            inputs["x"] = inputs["x"] * 3 + 5 * (number % 3)
            yield golden.case(
                f"x {list(shape)} over {list(last)} eps {eps}",
                {"eps": eps},
                inputs,
                lambda x, gamma, beta, last=last, eps=eps: F.layer_norm(x, last, gamma, beta, eps),
            )


golden.write(__file__, list(cases()))
