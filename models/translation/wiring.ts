/**
 * Whether the networks of a model fit together as `network.ts` joins them. A network that asks for what nobody gives would fail
 * at its first sentence, and one that gives no memory would translate, wrongly.
 */
import type { InferenceSession } from 'onnxruntime-node';
import { pastName } from './memory.ts';

export interface Sessions {
  encoder: InferenceSession;
  /** From the encoded source to its keys and values in every layer of the decoder. */
  source: InferenceSession;
  /** One step of the decoder. */
  step: InferenceSession;
}

type Value = InferenceSession.ValueMetadata;

/** What every network is offered, by name. */
const OFFERED = {
  encoder: ['input_ids', 'attention_mask'],
  source: ['encoder_hidden_states', 'encoder_attention_mask', 'input_ids'],
  step: ['input_ids', 'encoder_attention_mask', 'width'],
};

/** What does not fit, in words for a parenthesis, or null. */
export function misfit({ encoder, source, step }: Sessions): string | null {
  if (!encoder.outputNames.includes('last_hidden_state')) return 'the encoder gives no last_hidden_state';
  // What the decoder remembers of the source, and of the translation so far.
  const given = new Set([...source.outputNames, ...step.outputNames].map(pastName));
  const taken = step.inputMetadata.filter(({ name }) => name.startsWith('past_key_values.'));
  if (!taken.some(isOwn)) return 'the decoder has no memory of its past steps';
  const odd =
    encoder.inputNames.find((name) => !OFFERED.encoder.includes(name)) ??
    source.inputNames.find((name) => !OFFERED.source.includes(name)) ??
    step.inputNames.find((name) => !OFFERED.step.includes(name) && !given.has(name));
  if (odd !== undefined) return `a network takes ${odd}, which no other gives`;
  const misshapen = taken.find((value) => !isMemory(value));
  return misshapen ? `${misshapen.name} is not of float32 in four dimensions, two of them fixed` : null;
}

const isOwn = ({ name }: Value): boolean => name.includes('.decoder.');

/** `[rows, heads, steps, width]`: what is written ahead of a step needs to know heads and width. */
const isMemory = (value: Value): boolean =>
  value.isTensor &&
  value.type === 'float32' &&
  value.shape.length === 4 &&
  (!isOwn(value) || (typeof value.shape[1] === 'number' && typeof value.shape[3] === 'number'));
