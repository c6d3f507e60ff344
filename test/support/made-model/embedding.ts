import { DataType } from '../../../models/onnx/model.ts';
import { attribute } from '../../../models/onnx/write.ts';
import type { Layers } from './layers.ts';
import type { Shape } from './shape.ts';

/** Vectors of tokens with their positions, `[rows, length, width]`. @param start the first position, as `int64[1]` */
export function embedded(layers: Layers, ids: string, start: string): string {
  const { graph, shape } = layers;
  const head = layers.head();
  const columns = graph.add('Gather', [head.values, ids], [attribute('axis', 1)]);
  const rows = graph.add('Transpose', [columns], [attribute('perm', [1, 2, 0])]);
  const values = graph.add('Cast', [rows], [attribute('to', DataType.float)]);
  const scale = graph.add('Unsqueeze', [graph.add('Gather', [head.scale, ids]), graph.integers(-1)]);
  const vectors = graph.add('Mul', [values, scale]);
  const scaled = graph.add('Mul', [vectors, graph.scalar(Math.sqrt(shape.width))]);
  const positions = graph.constant(
    'positions',
    DataType.float,
    [shape.positions, shape.width],
    sinusoids(shape),
  );
  const length = graph.add('Slice', [graph.add('Shape', [ids]), graph.integers(1), graph.integers(2)]);
  const end = graph.add('Add', [start, length]);
  return graph.add('Add', [scaled, graph.add('Slice', [positions, start, end, graph.integers(0)])]);
}

/** Sines in the first half of a vector, cosines in the second, as Marian lays them out. */
function sinusoids({ positions, width }: Shape): Float32Array {
  const half = width / 2;
  return Float32Array.from({ length: positions * width }, (_, index) => {
    const position = Math.floor(index / width);
    const angle = position / 10_000 ** ((2 * (index % half)) / width);
    return index % width < half ? Math.sin(angle) : Math.cos(angle);
  });
}
