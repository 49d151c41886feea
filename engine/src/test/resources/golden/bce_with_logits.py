"""torch.nn.functional.binary_cross_entropy_with_logits, reduction mean; targets hard, soft, and logits large."""

import golden
import torch


def inputs(seed, shape, scale, soft):
    given = golden.inputs_from(seed, logits=shape, targets=shape)
    given["logits"] = given["logits"] * scale
    given["targets"] = torch.sigmoid(given["targets"]).mul(64).round() / 64 if soft else (given["targets"] > 0).double()
    return given


CASES = [((1,), 1, False), ((2,), 1, True), ((5, 1), 1, False), ((16, 1), 4, False), ((17, 1), 1, True),
         ((3, 7), 16, False), ((33,), 64, False), ((2, 3, 5), 1, True), ((), 1, False), ((64, 1), 128, True)]

golden.write(
    __file__,
    [
        golden.case(
            f"{list(shape)} logits x {scale}{' soft' if soft else ''}",
            {},
            inputs(seed, shape, scale, soft),
            lambda logits, targets: torch.nn.functional.binary_cross_entropy_with_logits(logits, targets),
            fixed=("targets",),
        )
        for seed, (shape, scale, soft) in enumerate(CASES)
    ],
)
