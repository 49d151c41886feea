"""Writes tables of what PyTorch computes, for the Java tests to compare with.

One table per op: `python3 conv1d.py` writes conv1d.json beside it. Made with PyTorch 1.13 in float64, with all digits
printed. A table is

    {"cases": [{"name": ..., "options": {...}, "inputs": {name: tensor}, "output": tensor, "upstream": tensor,
                "gradients": {name: tensor}, "after": {name: tensor}}]}

with tensor = {"shape": [...], "values": [...]} in row-major order. `upstream` is d(loss)/d(output), `gradients` holds
d(loss)/d(input) of each input that has one, and `after` what an input that the op changes in place holds afterwards.
Inputs are multiples of 1/1024, so that they are exact in float32 too.
"""

import json
import pathlib

import torch


def inputs_from(seed, **shapes):
    """Normal random inputs of the given shapes, in the order of their names."""
    generator = torch.Generator().manual_seed(seed)
    return {
        name: torch.round(torch.randn(shape, generator=generator, dtype=torch.float64) * 1024) / 1024
        for name, shape in shapes.items()
    }


def case(name, options, inputs, call, fixed=()):
    """Runs `call` on the inputs, and back from fixed weights on its output.

    `fixed` names the inputs that take no gradient; those that the call changes in place are written to `after`.
    """
    tensors = {key: value.clone().requires_grad_(key not in fixed) for key, value in inputs.items()}
    output = call(**tensors)
    upstream = torch.round(torch.cos(torch.arange(output.numel(), dtype=torch.float64) * 0.9 + 0.3) * 1024) / 1024
    upstream = upstream.reshape(output.shape)
    if output.requires_grad:
        output.backward(upstream)
    changed = {key: value for key, value in tensors.items() if not torch.equal(value.detach(), inputs[key])}
    return {
        "name": name,
        "options": options,
        "inputs": {key: _written(value) for key, value in inputs.items()},
        "output": _written(output),
        "upstream": _written(upstream),
        "gradients": {key: _written(value.grad) for key, value in tensors.items() if key not in fixed},
        "after": {key: _written(value) for key, value in changed.items()},
    }


def write(script, cases):
    """Writes the table of a script, one case per line."""
    path = pathlib.Path(script).with_suffix(".json")
    lines = ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases)
    path.write_text('{"cases":[\n' + lines + "\n]}\n")
    print(f"{path.name}: {len(cases)} cases, {path.stat().st_size} bytes")


def _written(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().flatten().tolist()}
