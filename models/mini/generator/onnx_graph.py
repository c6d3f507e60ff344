"""Writing ONNX graphs with numpy arrays and names: the operators a transformer needs, with int8 weights."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
IR_VERSION = 8

# u8 x s8 products are added in pairs in 16 bits on AVX2 without VNNI: 2 * 255 * 63 still fits, 2 * 255 * 127 does not.
LARGEST_INT8 = 63


class Constants:
    """The initializers of a model, shared by all of its (sub)graphs, each stored once under its name."""

    def __init__(self):
        self.tensors = {}

    def add(self, name, array):
        if name not in self.tensors:
            self.tensors[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def integers(self, *values):
        return self.add("integers_" + "_".join(map(str, values)), np.array(values, np.int64))

    def integer(self, value):
        return self.add(f"integer_{value}", np.array(value, np.int64))

    def number(self, value):
        return self.add(f"number_{value!r}", np.array(value, np.float32))

    def matrix(self, name, weights):
        """An int8 matrix [in, out] with one scale per column: the names of values, scales and zero points."""
        values, scales = quantized(weights)
        return (
            self.add(f"{name}.values", values),
            self.add(f"{name}.scales", scales),
            self.add(f"{name}.zeros", np.zeros(scales.shape, np.int8)),
        )


def quantized(weights):
    """Symmetric int8 values and the scale of every column of `weights` [in, out]."""
    scales = (np.maximum(np.abs(weights).max(0), 1e-8) / LARGEST_INT8).astype(np.float32)
    values = np.clip(np.rint(weights / scales), -LARGEST_INT8, LARGEST_INT8)
    return values.astype(np.int8), scales


class Graph:
    """A graph under construction. Every method adds nodes and returns the name of their result."""

    def __init__(self, constants, prefix):
        self.constants, self.prefix = constants, prefix
        self.nodes = []
        self.quantized_inputs = {}

    def add(self, operator, inputs, outputs=1, **attributes):
        index = len(self.nodes)
        names = [f"{self.prefix}{operator}_{index}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, name=f"{self.prefix}{operator}_{index}", **attributes))
        return names[0] if outputs == 1 else names

    def output(self, value, name):
        """Give `value` the name under which it leaves the graph."""
        self.nodes.append(helper.make_node("Identity", [value], [name], name=f"{self.prefix}output_{name}"))
        return name

    def product(self, x, name, weights):
        """x times an int8 matrix. Activations are quantised as they come (once for all products that share them)."""
        values, scales, zeros = self.constants.matrix(name, weights)
        if x not in self.quantized_inputs:
            self.quantized_inputs[x] = self.add("DynamicQuantizeLinear", [x], 3)
        x_values, x_scale, x_zero = self.quantized_inputs[x]
        sums = self.add("MatMulInteger", [x_values, values, x_zero, zeros])
        sums = self.add("Cast", [sums], to=TensorProto.FLOAT)
        return self.add("Mul", [sums, self.add("Mul", [x_scale, scales])])

    def linear(self, x, name, weights):
        """x W + b with `{name}.weight` and `{name}.bias` of `weights`."""
        y = self.product(x, name, weights[f"{name}.weight"])
        return self.add("Add", [y, self.constants.add(f"{name}.bias", weights[f"{name}.bias"])])

    def layer_norm(self, x, name, weights):
        scale = self.constants.add(f"{name}.scale", weights[f"{name}.scale"])
        bias = self.constants.add(f"{name}.bias", weights[f"{name}.bias"])
        return self.add("LayerNormalization", [x, scale, bias], axis=-1, epsilon=1e-5)

    def swish(self, x):
        return self.add("Mul", [x, self.add("Sigmoid", [x])])

    def size(self, x, axis):
        """The length of one axis, as an int64 tensor [1]."""
        integers = self.constants.integers
        return self.add("Slice", [self.add("Shape", [x]), integers(axis), integers(axis + 1)])


def model(graph, inputs, outputs):
    """The finished ONNX model of `graph`, with only the constants that it uses."""
    used = set(_used_names(graph.nodes))
    constants = [tensor for name, tensor in graph.constants.tensors.items() if name in used]
    return helper.make_model(
        helper.make_graph(graph.nodes, "marian", inputs, outputs, constants),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="bitext-workbench",
    )


def _used_names(nodes):
    for node in nodes:
        yield from node.input
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                yield from _used_names(attribute.g.node)
