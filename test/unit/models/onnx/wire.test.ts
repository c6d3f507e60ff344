import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields, MessageWriter } from '../../../../models/onnx/wire.ts';

test('a message is a row of numbered fields', () => {
  const message = new MessageWriter().varint(1, 300).string(2, 'Žetev').float(3, 1.5).finish();
  const [number, text, float] = [...fields(message)];
  expect(number).toMatchObject({ number: 1, varint: 300n });
  expect(new TextDecoder().decode(text!.bytes)).toBe('Žetev');
  expect(new DataView(float!.bytes.slice().buffer).getFloat32(0, true)).toBe(1.5);
});

test('any integer comes back as it was, negative ones as int64', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.integer({ min: 1, max: 2 ** 28 }),
      (value, at) => {
        const [field] = [...fields(new MessageWriter().varint(at, value).finish())];
        expect(field!.number).toBe(at);
        expect(BigInt.asIntN(64, field!.varint!)).toBe(value);
      },
    ),
  );
});

test('a field is a view of the message, not a copy', () => {
  const message = new MessageWriter().bytes(4, new Uint8Array(10)).finish();
  const [field] = [...fields(message)];
  expect(field!.bytes.buffer).toBe(message.buffer);
});

/** How many fields are read, or the error. */
function outcome(message: Uint8Array): number | Error {
  try {
    return [...fields(message)].length;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

test('a message that is cut off anywhere ends between two fields or is refused', () => {
  const whole = new MessageWriter()
    .varint(1, 2 ** 40)
    .string(2, 'sentence')
    .float(3, 2)
    .finish();
  const outcomes = Array.from({ length: whole.length }, (_, length) => outcome(whole.subarray(0, length)));
  expect(outcomes.filter((found) => typeof found === 'number')).toEqual([0, 1, 2]);
  expect(
    outcomes.filter((found) => found instanceof Error).every((error) => error instanceof RangeError),
  ).toBe(true);
});

test('random bytes are a message or are refused, nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const found = outcome(bytes);
      expect(typeof found === 'number' || found instanceof RangeError).toBe(true);
    }),
  );
});
