"""The network in PyTorch: Marian's transformer (post-norm, swish, sinusoid positions, tied embeddings), in small."""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from shape import Shape

MASKED = -1e9


def sinusoid(length, width):
    """Marian's position table [length, width]: sines in the first half of the columns, cosines in the second."""
    positions = np.arange(length)[:, None]
    columns = np.arange(width)[None]
    angles = positions / np.power(10000, 2 * (columns // 2) / width)
    table = np.zeros((length, width), np.float32)
    half = (width + 1) // 2
    table[:, :half] = np.sin(angles[:, 0::2])
    table[:, half:] = np.cos(angles[:, 1::2])
    return table


class Attention(nn.Module):
    """Multi-head attention of `queries` over `memory`."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))

    def forward(self, queries, memory, mask):
        batch, _, width = queries.shape
        size = width // self.heads

        def split(x):
            return x.view(batch, -1, self.heads, size).transpose(1, 2)

        scores = (split(self.q(queries)) * size**-0.5) @ split(self.k(memory)).transpose(2, 3) + mask
        mixed = scores.softmax(-1) @ split(self.v(memory))
        return self.o(mixed.transpose(1, 2).reshape(queries.shape))


class Layer(nn.Module):
    """An encoder layer, or with `cross` a decoder layer. The norms stand after the residual sums, as in Marian."""

    def __init__(self, shape, cross):
        super().__init__()
        width = shape.width
        self.self_attention, self.self_norm = Attention(width, shape.heads), nn.LayerNorm(width)
        self.cross_attention = Attention(width, shape.heads) if cross else None
        self.cross_norm = nn.LayerNorm(width) if cross else None
        self.fc1, self.fc2 = nn.Linear(width, shape.feed_forward), nn.Linear(shape.feed_forward, width)
        self.feed_forward_norm = nn.LayerNorm(width)

    def forward(self, x, mask, memory=None, memory_mask=None):
        x = self.self_norm(x + self.self_attention(x, x, mask))
        if self.cross_attention is not None:
            x = self.cross_norm(x + self.cross_attention(x, memory, memory_mask))
        return self.feed_forward_norm(x + self.fc2(functional.silu(self.fc1(x))))


class Network(nn.Module):
    """The translation model: source ids and the target shifted right -> logits [batch, target length, vocabulary]."""

    def __init__(self, shape: Shape, longest=128):
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.register_buffer("positions", torch.tensor(sinusoid(longest, shape.width)))
        self.encoder = nn.ModuleList(Layer(shape, cross=False) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(Layer(shape, cross=True) for _ in range(shape.decoder_layers))

    def embed(self, ids):
        return self.embedding(ids) * math.sqrt(self.shape.width) + self.positions[: ids.size(1)]

    def forward(self, source, shifted):
        source_mask = (source == self.shape.pad).float()[:, None, None] * MASKED
        memory = self.embed(source)
        for layer in self.encoder:
            memory = layer(memory, source_mask)
        future = torch.triu(torch.full((shifted.size(1),) * 2, MASKED), 1)
        x = self.embed(shifted)
        for layer in self.decoder:
            x = layer(x, future, memory, source_mask)
        return x @ self.embedding.weight.T + self.bias

    @torch.no_grad()
    def translate(self, ids, limit=60):
        """Greedy decoding of one sentence: source ids (with the end mark) -> target ids without it."""
        source, target = torch.tensor([ids]), [self.shape.pad]
        while len(target) < limit:
            logits = self(source, torch.tensor([target]))[0, -1]
            target.append(int(logits[: self.shape.pad].argmax()))
            if target[-1] == self.shape.end:
                return target[1:-1]
        return target[1:]

    def weights(self):
        """The parameters as numpy arrays under the names that `onnx_marian` expects; matrices are [in, out]."""
        named = {"embedding": _array(self.embedding.weight), "bias": _array(self.bias)}
        # As Opus-MT does it: the padding piece can never be produced.
        named["bias"][self.shape.pad] = -1e4
        for side, layers in (("encoder", self.encoder), ("decoder", self.decoder)):
            for index, layer in enumerate(layers):
                named.update(_layer_weights(f"{side}.{index}", layer))
        return named


def _layer_weights(prefix, layer):
    linears = {"fc1": layer.fc1, "fc2": layer.fc2}
    norms = {"self_norm": layer.self_norm, "feed_forward_norm": layer.feed_forward_norm}
    attentions = {"self": layer.self_attention}
    if layer.cross_attention is not None:
        attentions["cross"] = layer.cross_attention
        norms["cross_norm"] = layer.cross_norm
    for name, attention in attentions.items():
        linears.update({f"{name}.{part}": getattr(attention, part) for part in "qkvo"})
    named = {}
    for name, linear in linears.items():
        named[f"{prefix}.{name}.weight"] = _array(linear.weight).T.copy()
        named[f"{prefix}.{name}.bias"] = _array(linear.bias)
    for name, norm in norms.items():
        named[f"{prefix}.{name}.scale"] = _array(norm.weight)
        named[f"{prefix}.{name}.bias"] = _array(norm.bias)
    return named


def _array(tensor):
    return tensor.detach().numpy().astype(np.float32)
