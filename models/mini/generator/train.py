#!/usr/bin/env python3
"""Train the mini model: writes the tokenizer, the weights, and sentences that were never trained on.

    python3 train.py BUILD --seconds 240

leaves in BUILD: `pieces.model`, `weights.npz`, `sentences.json` (`held` and `iid`: [source, English, language]).
"""

import argparse
import json
import math
import pathlib
import random
import time

import numpy as np
import torch
from torch.nn import functional

from grammar import sample
from network import Network
from shape import Shape
from tokenizer import train_tokenizer

PEAK_RATE = 2e-3
WARM_UP_STEPS = 150
BATCH = 32


def main():
    arguments = parse_arguments()
    build = pathlib.Path(arguments.build)
    build.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    torch.set_num_threads(arguments.threads)
    rng = random.Random(1)

    processor = train_tokenizer(rng, str(build / "pieces"))
    network = Network(Shape(vocabulary=processor.get_piece_size() + 1, width=arguments.width))
    train(network, processor, rng, arguments.seconds)
    np.savez(build / "weights.npz", **network.weights())

    unseen = random.Random(999)
    sentences = {"held": sample(unseen, 400, held_out=True), "iid": sample(unseen, 400, held_out=False)}
    (build / "sentences.json").write_text(json.dumps(sentences, ensure_ascii=False))
    right = exact(network, processor, sentences["held"][:100])
    print(f"held-out combinations, exact: {right} of 100")


def parse_arguments():
    parser = argparse.ArgumentParser(description="Train the mini model.")
    parser.add_argument("build", help="folder for the results")
    parser.add_argument("--seconds", type=float, default=240, help="training time")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--width", type=int, default=96, help="width of the network")
    return parser.parse_args()


def train(network, processor, rng, seconds):
    """Teacher-forced training on fresh random sentences for `seconds`; the rate falls as a cosine over that time."""
    optimizer = torch.optim.Adam(network.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98))
    network.train()
    started, step = time.monotonic(), 0
    while (elapsed := time.monotonic() - started) < seconds:
        rate = 0.5 * (1 + math.cos(math.pi * elapsed / seconds)) + 0.01
        for group in optimizer.param_groups:
            group["lr"] = PEAK_RATE * min(1, (step + 1) / WARM_UP_STEPS) * rate
        loss = batch_loss(network, processor, sample(rng, BATCH, held_out=False))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 100 == 0:
            print(f"step {step}  {elapsed:.0f} s  loss {loss.item():.4f}", flush=True)
    network.eval()


def batch_loss(network, processor, triples):
    """Label-smoothed cross-entropy of one batch; the decoder sees the target shifted right behind the padding piece."""
    end, pad = network.shape.end, network.shape.pad
    sources = [processor.encode(source) + [end] for source, _, _ in triples]
    targets = [processor.encode(target) + [end] for _, target, _ in triples]
    logits = network(padded(sources, pad), padded([[pad, *ids[:-1]] for ids in targets], pad))
    return functional.cross_entropy(
        logits.flatten(0, 1), padded(targets, pad).flatten(), ignore_index=pad, label_smoothing=0.05
    )


def padded(rows, pad):
    """Rows of ids as one tensor, filled up with `pad` on the right."""
    length = max(map(len, rows))
    return torch.tensor([row + [pad] * (length - len(row)) for row in rows])


def exact(network, processor, triples):
    """How many sentences the network translates exactly."""
    end = network.shape.end
    return sum(
        processor.decode(network.translate(processor.encode(source) + [end])) == target for source, target, _ in triples
    )


if __name__ == "__main__":
    main()
