/** Rows of tensors: what stays of a batch when some of it has ended, or changes places in a beam. */
import { Tensor } from 'onnxruntime-node';

/**
 * The given rows (first axis) of a tensor, in this order; a row may be named more than once.
 * @throws Error for a tensor of neither 32-bit floats nor 64-bit integers
 */
export function gatherRows(tensor: Tensor, rows: readonly number[]): Tensor {
  const [, ...rest] = tensor.dims;
  const size = rest.reduce((product, dim) => product * dim, 1);
  const dims = [rows.length, ...rest];
  const { data } = tensor;
  if (data instanceof BigInt64Array) {
    const gathered = new BigInt64Array(rows.length * size);
    rows.forEach((row, place) => gathered.set(data.subarray(row * size, (row + 1) * size), place * size));
    return new Tensor('int64', gathered, dims);
  }
  if (data instanceof Float32Array) {
    const gathered = new Float32Array(rows.length * size);
    rows.forEach((row, place) => gathered.set(data.subarray(row * size, (row + 1) * size), place * size));
    return new Tensor('float32', gathered, dims);
  }
  throw new Error(`cannot take rows of a tensor of type ${tensor.type}`);
}
