"""torch.nn.functional.binary_cross_entropy_with_logits, reduction mean; targets hard, soft, logits large, pos_weight."""

import golden
import torch


def inputs(seed, shape, scale, soft):
    given = golden.inputs_from(seed, logits=shape, targets=shape)
    given["logits"] = given["logits"] * scale
    given["targets"] = torch.sigmoid(given["targets"]).mul(64).round() / 64 if soft else (given["targets"] > 0).double()
    return given


CASES = [((1,), 1, False), ((2,), 1, True), ((5, 1), 1, False), ((16, 1), 4, False), ((17, 1), 1, True),
         ((3, 7), 16, False), ((33,), 64, False), ((2, 3, 5), 1, True), ((), 1, False), ((64, 1), 128, True)]

WEIGHTED = [((1,), (), 1, False), ((7,), (), 4, True), ((7,), (1,), 64, False), ((5, 3), (3,), 1, False),
            ((5, 3), (3,), 16, True), ((4, 1), (1,), 1, False), ((2, 3, 5), (5,), 1, True), ((2, 3, 5), (3, 5), 4, False),
            ((2, 17), (2, 17), 1, True), ((33, 2), (2,), 128, False), ((), (), 1, True)]


def weighted(seed, shape, weight, scale, soft):
    given = inputs(seed, shape, scale, soft)
    given["weight"] = golden.inputs_from(seed + 100, weight=weight)["weight"].abs() * 3 + 0.125
    return golden.case(
        f"{list(shape)} logits x {scale}{' soft' if soft else ''}, pos_weight {list(weight)}",
        {},
        given,
        lambda logits, targets, weight: torch.nn.functional.binary_cross_entropy_with_logits(
            logits, targets, pos_weight=weight
        ),
        fixed=("targets", "weight"),
    )


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
    ]
    + [weighted(seed, *each) for seed, each in enumerate(WEIGHTED)],
)
