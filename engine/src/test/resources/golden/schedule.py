"""Learning rates of torch.optim.lr_scheduler's schedules, one per step, from the first; all digits.

{"cases": [{"name", "kind", "options": {name: number}, "figures": [what ReduceLROnPlateau was told], "rates": [steps]}]}

The rate of a step is what the optimiser used in it. On a plateau the n-th rate is the one after n figures. Made with
PyTorch 1.13.
"""

import json
import math
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler

warnings.filterwarnings("ignore")


def optimizer(rate):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)


def rates(adam, scheduler, steps, figures=None):
    seen = []
    for step in range(steps):
        seen.append(adam.param_groups[0]["lr"])
        if step + 1 == steps:
            break
        adam.step()
        scheduler.step(figures[step]) if figures else scheduler.step()
    return seen


def case(name, kind, options, make, steps, figures=()):
    adam = optimizer(options["rate"])
    return {"name": name, "kind": kind, "options": options, "figures": list(figures),
            "rates": rates(adam, make(adam), steps, figures)}


def step(name, rate, every, factor, steps):
    return case(name, "step", {"rate": rate, "every": every, "factor": factor},
                lambda o: lr_scheduler.StepLR(o, every, factor), steps)


def cosine(name, rate, steps, least):
    return case(name, "cosine", {"rate": rate, "steps": steps, "least": least},
                lambda o: lr_scheduler.CosineAnnealingLR(o, steps, least), steps + 1)


def one_cycle(name, rate, steps, rise, first, last, curve):
    return case(name, f"one-cycle {curve}", {"rate": rate, "steps": steps, "rise": rise, "first": first, "last": last},
                lambda o: lr_scheduler.OneCycleLR(o, rate, total_steps=steps, pct_start=rise, div_factor=first,
                                                  final_div_factor=last, anneal_strategy=curve), steps)


def warm(steps):
    return lambda o: lr_scheduler.LinearLR(o, start_factor=1 / steps, total_iters=steps - 1)


def warm_step(name, rate, every, factor, warm_up, steps):
    return case(name, "warm step", {"rate": rate, "every": every, "factor": factor, "warmUp": warm_up},
                lambda o: lr_scheduler.ChainedScheduler([warm(warm_up)(o), lr_scheduler.StepLR(o, every, factor)]), steps)


def warm_cosine(name, rate, steps, warm_up):
    return case(name, "warm cosine", {"rate": rate, "steps": steps, "least": 0.0, "warmUp": warm_up},
                lambda o: lr_scheduler.ChainedScheduler([warm(warm_up)(o), lr_scheduler.CosineAnnealingLR(o, steps)]),
                steps)


def plateau(name, rate, goal, factor, patience, threshold, unit, cooldown, least, figures):
    options = {"rate": rate, "large": float(goal == "max"), "factor": factor, "patience": patience,
               "threshold": threshold, "absolute": float(unit == "abs"), "cooldown": cooldown, "least": least,
               "eps": 1e-8}
    return case(name, "plateau", options,
                lambda o: lr_scheduler.ReduceLROnPlateau(o, goal, factor, patience, threshold, unit, cooldown, least),
                len(figures) + 1, figures)


FLAT = [1.0] * 40
SLOW = [1 - 0.00005 * i for i in range(40)]
WAVES = [1 + math.cos(i / 3) / (1 + i / 10) for i in range(40)]
RISING = [0.5 + 0.01 * (i % 7) for i in range(40)]
cases = [
    step("every ten", 0.1, 10, 0.1, 45),
    step("every step", 0.3, 1, 0.95, 40),
    step("every three", 1e-3, 3, 0.5, 20),
    cosine("to zero", 0.1, 50, 0.0),
    cosine("to a floor", 0.1, 37, 0.01),
    cosine("one step", 0.5, 1, 0.0),
    one_cycle("defaults", 0.1, 50, 0.3, 25.0, 1e4, "cos"),
    one_cycle("odd length", 0.01, 37, 0.25, 10.0, 100.0, "cos"),
    one_cycle("straight", 0.1, 50, 0.3, 25.0, 1e4, "linear"),
    one_cycle("short rise", 1.0, 20, 0.1, 4.0, 3.0, "linear"),
    warm_step("warm up into steps", 0.1, 10, 0.5, 5, 40),
    warm_cosine("warm up into a cosine", 0.1, 40, 8),
    plateau("defaults", 0.1, "min", 0.1, 10, 1e-4, "rel", 0, 0.0, FLAT),
    plateau("too slow for the threshold", 0.1, "min", 0.5, 3, 1e-4, "rel", 0, 0.0, SLOW),
    plateau("fast enough in its own unit", 0.1, "min", 0.5, 3, 1e-5, "abs", 0, 0.0, SLOW),
    plateau("cooldown and floor", 0.1, "min", 0.5, 1, 1e-4, "rel", 3, 0.02, FLAT),
    plateau("waves", 0.1, "min", 0.3, 2, 1e-3, "abs", 2, 0.0, WAVES),
    plateau("larger is better", 0.1, "max", 0.7, 2, 0.01, "rel", 1, 0.0, RISING),
    plateau("larger is better, own unit", 0.1, "max", 0.7, 0, 0.005, "abs", 0, 0.0, WAVES),
    plateau("fall too small to make", 2e-8, "min", 0.7, 0, 1e-4, "rel", 0, 0.0, FLAT),
]
lines = ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases)
pathlib.Path(__file__).with_suffix(".json").write_text('{"cases":[\n' + lines + "\n]}\n")
print(len(cases), "cases")
