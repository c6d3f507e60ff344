/** The size of a made network, and how it is trained: not at all. Its weights are random, so that only its speed and its ways are real. */
export interface Shape {
  /** Width of a token's vector. */
  width: number;
  heads: number;
  /** Width of the feed-forward layers. */
  inner: number;
  encoderLayers: number;
  decoderLayers: number;
  /** Pieces. */
  vocabulary: number;
  /** Longest text, in pieces. */
  positions: number;
  /** How far each position leads astray from what the network would say: default 3. Less lets the source be heard. */
  wandering?: number;
  /**
   * Whether the number of rows is asked of the decoder's own state where the source's keys and values are made, as exporters do that
   * trace PyTorch: then these hang on the first token, though it does not change them.
   */
  hasTracedShapes?: boolean;
  /** Seeds the random weights. */
  seed: number;
}

/** The end mark, as in Marian's vocabularies. */
export const END = 0;
export const UNKNOWN = 1;
/** Fills up rows, and starts every translation: the last piece. */
export const padOf = ({ vocabulary }: Shape): number => vocabulary - 1;

/** The shape of the bilingual Opus-MT models ("transformer-align", 6 + 6 layers) with a vocabulary of their usual size. */
export const OPUS_MT: Shape = {
  width: 512,
  heads: 8,
  inner: 2048,
  encoderLayers: 6,
  decoderLayers: 6,
  vocabulary: 58_101,
  positions: 512,
  seed: 1,
};
