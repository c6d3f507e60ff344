"""Marian networks as ONNX, with the inputs and outputs that Transformers.js expects of `model_type: "marian"`.

- encoder: input_ids, attention_mask [batch, source] -> last_hidden_state [batch, source, width]
- merged decoder: encoder_attention_mask, input_ids [batch, target], encoder_hidden_states,
  past_key_values.{layer}.{decoder,encoder}.{key,value} [batch, heads, length, head width], use_cache_branch [1]
  -> logits [batch, target, vocabulary], present.{layer}.{decoder,encoder}.{key,value}

The merged decoder is one `If` over `use_cache_branch`: without the cache it computes the keys and values of the
source once, with it they are inputs, and its outputs of that name are empty placeholders.
"""

import math

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from network import MASKED, sinusoid
from onnx_graph import Constants, Graph, model, quantized

LONGEST = 512
FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL


class Marian:
    """The graphs of one network: its shape and its weights by name (see `Network.weights`)."""

    def __init__(self, shape, weights):
        self.shape, self.weights = shape, weights
        self.constants = Constants()

    def encoder(self):
        """The encoder as an ONNX model."""
        graph = Graph(self.constants, "encoder_")
        x, _ = self._embed(graph, "input_ids", self.constants.integers(0))
        mask = self._padding_mask(graph, "attention_mask")
        for index in range(self.shape.encoder_layers):
            name = f"encoder.{index}"
            x = self._self_attention(graph, x, name, mask=mask, past=None)[0]
            x = self._feed_forward(graph, x, name)
        graph.output(x, "last_hidden_state")
        source = ["batch_size", "encoder_sequence_length"]
        return model(
            graph,
            [_value("input_ids", INT64, source), _value("attention_mask", INT64, source)],
            [_value("last_hidden_state", FLOAT, [*source, self.shape.width])],
        )

    def merged_decoder(self):
        """The decoder with and without a cache of past keys and values, as one ONNX model."""
        shape = self.shape
        with_cache, outputs = self._decoder_branch(cached=True)
        without_cache, _ = self._decoder_branch(cached=False)
        graph = Graph(self.constants, "merged_")
        branches = {"then_branch": with_cache, "else_branch": without_cache}
        graph.nodes.append(helper.make_node("If", ["use_cache_branch"], outputs, name="cache_or_not", **branches))

        source, target = ["batch_size", "encoder_sequence_length"], ["batch_size", "decoder_sequence_length"]

        def cache(name, length):
            return _value(name, FLOAT, ["batch_size", shape.heads, length, shape.head_width])

        pasts = []
        for names in self._cache_names("past_key_values"):
            pasts += [cache(name, "past_decoder_sequence_length") for name in names[:2]]
            pasts += [cache(name, "encoder_sequence_length_out") for name in names[2:]]
        return model(
            graph,
            [
                _value("encoder_attention_mask", INT64, source),
                _value("input_ids", INT64, target),
                _value("encoder_hidden_states", FLOAT, [*source, shape.width]),
                *pasts,
                _value("use_cache_branch", BOOL, [1]),
            ],
            [
                _value("logits", FLOAT, [*target, shape.vocabulary]),
                # The placeholders have a batch of their own (0), hence names of their own for the axes.
                *(_value(n, FLOAT, [f"batch_{n}", shape.heads, f"length_{n}", shape.head_width]) for n in outputs[1:]),
            ],
        )

    def _decoder_branch(self, cached):
        graph = Graph(self.constants, "cached_" if cached else "first_")
        pasts, presents = self._cache_names("past_key_values"), self._cache_names("present")
        logits, own, cross = self._decode(graph, pasts if cached else None)
        outputs = {"logits": logits}
        for index, names in enumerate(presents):
            values = [*own[index], *cross[index]]
            if cached:
                values[2:] = [self._empty_cache(graph) for _ in range(2)]
            outputs.update(zip(names, values))
        # Names inside a branch must differ from those of the other branch and of the model itself.
        inner = [graph.output(value, graph.prefix + name) for name, value in outputs.items()]
        values = [_value(name, FLOAT, None) for name in inner]
        return helper.make_graph(graph.nodes, graph.prefix + "branch", [], values), list(outputs)

    def _decode(self, graph, pasts):
        """Logits, own keys and values, and those of the source, per layer. `pasts`: input names, or None at first."""
        integers = self.constants.integers
        start = graph.size(pasts[0][0], 2) if pasts else integers(0)
        x, length = self._embed(graph, "input_ids", start)
        source_mask = self._padding_mask(graph, "encoder_attention_mask")
        future_mask = None if pasts else self._future_mask(graph, length)
        own, cross = [], []
        for index in range(self.shape.decoder_layers):
            name = f"decoder.{index}"
            past = pasts[index] if pasts else None
            x, keys_values = self._self_attention(graph, x, name, future_mask, past[:2] if past else None)
            own.append(keys_values)
            queries = self._heads(graph, graph.linear(x, f"{name}.cross.q", self.weights))
            memory = past[2:] if past else self._keys_values(graph, "encoder_hidden_states", f"{name}.cross")
            cross.append(memory)
            mixed = self._attend(graph, queries, memory, source_mask, f"{name}.cross")
            x = graph.layer_norm(graph.add("Add", [x, mixed]), f"{name}.cross_norm", self.weights)
            x = self._feed_forward(graph, x, name)
        logits = graph.product(x, "output", self.weights["embedding"].T)
        return graph.add("Add", [logits, self.constants.add("output.bias", self.weights["bias"])]), own, cross

    def _self_attention(self, graph, x, name, mask, past):
        queries = self._heads(graph, graph.linear(x, f"{name}.self.q", self.weights))
        keys_values = self._keys_values(graph, x, f"{name}.self")
        if past:
            keys_values = [graph.add("Concat", pair, axis=2) for pair in zip(past, keys_values)]
        mixed = self._attend(graph, queries, keys_values, mask, f"{name}.self")
        return graph.layer_norm(graph.add("Add", [x, mixed]), f"{name}.self_norm", self.weights), keys_values

    def _keys_values(self, graph, x, name):
        return [self._heads(graph, graph.linear(x, f"{name}.{part}", self.weights)) for part in "kv"]

    def _attend(self, graph, queries, keys_values, mask, name):
        keys, values = keys_values
        queries = graph.add("Mul", [queries, self.constants.number(self.shape.head_width**-0.5)])
        scores = graph.add("MatMul", [queries, graph.add("Transpose", [keys], perm=[0, 1, 3, 2])])
        if mask:
            scores = graph.add("Add", [scores, mask])
        mixed = graph.add("MatMul", [graph.add("Softmax", [scores], axis=-1), values])
        mixed = graph.add("Transpose", [mixed], perm=[0, 2, 1, 3])
        mixed = graph.add("Reshape", [mixed, self.constants.integers(0, -1, self.shape.width)])
        return graph.linear(mixed, f"{name}.o", self.weights)

    def _feed_forward(self, graph, x, name):
        inner = graph.swish(graph.linear(x, f"{name}.fc1", self.weights))
        outer = graph.linear(inner, f"{name}.fc2", self.weights)
        return graph.layer_norm(graph.add("Add", [x, outer]), f"{name}.feed_forward_norm", self.weights)

    def _heads(self, graph, x):
        shape = self.constants.integers(0, -1, self.shape.heads, self.shape.head_width)
        return graph.add("Transpose", [graph.add("Reshape", [x, shape])], perm=[0, 2, 1, 3])

    def _embed(self, graph, ids, start):
        """Embeddings of `ids` at positions from `start` on, and their number."""
        constants = self.constants
        values, scales = quantized(self.weights["embedding"].T)
        rows = graph.add("Gather", [constants.add("embedding.values", values.T), ids])
        scale = graph.add("Gather", [constants.add("embedding.scales", scales), ids])
        x = graph.add("Cast", [rows], to=FLOAT)
        x = graph.add("Mul", [x, graph.add("Unsqueeze", [scale, constants.integers(-1)])])
        x = graph.add("Mul", [x, constants.number(math.sqrt(self.shape.width))])
        length = graph.size(ids, 1)
        table = constants.add("positions", sinusoid(LONGEST, self.shape.width))
        positions = graph.add("Slice", [table, start, graph.add("Add", [start, length]), constants.integers(0)])
        return graph.add("Add", [x, positions]), length

    def _padding_mask(self, graph, mask):
        """1 for a token, 0 for padding -> what is added to the scores [batch, 1, 1, source]."""
        present = graph.add("Cast", [graph.add("Unsqueeze", [mask, self.constants.integers(1, 2)])], to=FLOAT)
        absent = graph.add("Sub", [self.constants.number(1.0), present])
        return graph.add("Mul", [absent, self.constants.number(MASKED)])

    def _future_mask(self, graph, length):
        integer, integers = self.constants.integer, self.constants.integers
        places = graph.add("Range", [integer(0), graph.add("Squeeze", [length, integers(0)]), integer(1)])
        row = graph.add("Unsqueeze", [places, integers(0)])
        column = graph.add("Unsqueeze", [places, integers(1)])
        later = graph.add("Cast", [graph.add("Greater", [row, column])], to=FLOAT)
        return graph.add("Mul", [later, self.constants.number(MASKED)])

    def _empty_cache(self, graph):
        empty = np.zeros((0, self.shape.heads, 1, self.shape.head_width), np.float32)
        return graph.add("Constant", [], value=numpy_helper.from_array(empty))

    def _cache_names(self, prefix):
        """Per layer: the target's key and value, the source's key and value."""
        parts = [f"{side}.{part}" for side in ("decoder", "encoder") for part in ("key", "value")]
        return [[f"{prefix}.{index}.{part}" for part in parts] for index in range(self.shape.decoder_layers)]


def _value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)
