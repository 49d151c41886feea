"""What PyTorch's autograd does where a tensor is used twice, broadcast, detached, or walked back from twice."""

import golden
import torch


def used_twice(x, y):
    return x * y + x * x


def shared_part(x, y):
    part = x * y
    return part * x + part * y


def broadcast(x, y):
    return x * y + y


def detached(x, y):
    return x * (x * y).detach() + y


def no_grad(x, y):
    with torch.no_grad():
        square = x * x
    return square * y * x


def walked_twice(x, y):
    (x * y).sum().backward()
    return x * y * y


def zeroed_between(x, y):
    (x * y).sum().backward()
    x.grad = None
    return x * y


def two_losses(x, y):
    part = x * y
    return torch.cat([part.sum().reshape(1), (part * part).sum().reshape(1)])


CASES = [(used_twice, (3,), (3,)), (used_twice, (2, 5), (2, 5)), (shared_part, (7,), (7,)), (broadcast, (2, 3), (3,)),
         (broadcast, (2, 3), (2, 1)), (broadcast, (4, 1), (1, 5)), (broadcast, (3,), ()), (broadcast, (2, 3, 4), (3, 1)),
         (detached, (3,), (3,)), (detached, (2, 3), (3,)), (no_grad, (5,), (5,)), (no_grad, (2, 3), (2, 1)),
         (walked_twice, (3,), (3,)), (walked_twice, (2, 3), (3,)), (zeroed_between, (3,), (3,)),
         (zeroed_between, (2, 3), (1, 3)), (two_losses, (3,), (3,)), (two_losses, (2, 3), (3,)),
         (shared_part, (2, 3), (2, 1)), (used_twice, (2, 1), (1, 3))]

# What is refused there as it is here.
for refused in ("twice on one graph", "twice through a part of two graphs"):
    x = torch.ones(2, requires_grad=True)
    part = x * x
    first = (part * x).sum()
    second = first if refused == "twice on one graph" else (part * part).sum()
    first.backward()
    try:
        second.backward()
    except RuntimeError:
        continue
    raise AssertionError(f"PyTorch walks {refused}")

x = torch.ones(2, requires_grad=True)
saved = torch.ones(2)
loss = (x * saved).sum()
saved.fill_(2)
try:
    loss.backward()
except RuntimeError:
    pass
else:
    raise AssertionError("PyTorch does not see that a saved number was overwritten")

golden.write(
    __file__,
    [
        golden.case(
            f"{what.__name__.replace('_', ' ')} {list(one)} and {list(other)}",
            {"what": what.__name__},
            golden.inputs_from(seed, x=one, y=other),
            what,
        )
        for seed, (what, one, other) in enumerate(CASES)
    ],
)
