/**
 * The protobuf wire format, as far as ONNX files need it (protobuf.dev, "Encoding"): a message is a row of fields, each with
 * a number, a wire type, and a value. Lengths may pass 2³¹, so nothing here uses 32-bit arithmetic on them.
 */

/** A field as it stands in a message. Exactly one of the two is there: a number for types 0, a view for 1, 2 and 5. */
export interface Field {
  number: number;
  /** The value of a varint, as an unsigned number; only safe up to 2⁵³, which ONNX keeps to but for negative integers. */
  varint: bigint | null;
  /** The bytes of a length-delimited or fixed-width field: a view, not a copy. */
  bytes: Uint8Array;
}

const NONE = new Uint8Array(0);
const FIXED_BYTES: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/** @throws RangeError when the bytes are no message: cut off, or of a wire type that does not exist */
export function* fields(message: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new RangeError('the message is cut off in a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError(`the message is damaged: a number longer than ten bytes at ${at}`);
  };
  while (at < message.length) {
    const tag = Number(varint());
    const type = tag % 8;
    const number = Math.floor(tag / 8);
    if (type === 0) {
      yield { number, varint: varint(), bytes: NONE };
      continue;
    }
    const size = type === 2 ? Number(varint()) : FIXED_BYTES[type];
    if (size === undefined) throw new RangeError(`the message is damaged: wire type ${type} at ${at}`);
    if (size > message.length - at) throw new RangeError(`the message is cut off in field ${number}`);
    yield { number, varint: null, bytes: message.subarray(at, at + size) };
    at += size;
  }
}

/** A message being written, as the pieces that `bytes` joins; a big piece is kept as the view that it is until then. */
export class MessageWriter {
  readonly #pieces: Uint8Array[] = [];

  /** Wire type 0. Negative numbers take ten bytes, as int64 does. */
  varint(number: number, value: number | bigint): this {
    this.#pieces.push(encodeVarint(number * 8), encodeVarint(value));
    return this;
  }

  /** Wire type 2. */
  bytes(number: number, value: Uint8Array): this {
    this.#pieces.push(encodeVarint(number * 8 + 2), encodeVarint(value.length), value);
    return this;
  }

  string(number: number, value: string): this {
    return this.bytes(number, new TextEncoder().encode(value));
  }

  /** A field per value. */
  strings(number: number, values: readonly string[]): this {
    for (const value of values) this.string(number, value);
    return this;
  }

  message(number: number, value: MessageWriter): this {
    return this.bytes(number, value.finish());
  }

  /** Wire type 5. */
  float(number: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#pieces.push(encodeVarint(number * 8 + 5), bytes);
    return this;
  }

  finish(): Uint8Array {
    const whole = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

function encodeVarint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
