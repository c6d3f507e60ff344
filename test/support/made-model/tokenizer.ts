/** A made tokenizer (SentencePiece unigram in the form of `tokenizer.json`), and sentences that it cuts into whole words. */
import { Random } from './random.ts';
import type { Shape } from './shape.ts';

const SYLLABLES = 'bcdfghjklmnprstvz'
  .split('')
  .flatMap((consonant) => 'aeiou'.split('').map((vowel) => consonant + vowel));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz.,0123456789▁'.split('');

/** The pieces and their scores: end mark, unknown piece, letters, made words and word parts, padding piece. */
export function pieces({ vocabulary, seed }: Shape): [piece: string, score: number][] {
  const random = new Random(seed);
  const scores = new Map<string, number>(LETTERS.map((letter) => [letter, -14]));
  while (scores.size < vocabulary - 3) {
    const length = [1, 2, 2, 3, 3, 4][random.below(6)] ?? 2;
    const word = Array.from({ length }, () => SYLLABLES[random.below(SYLLABLES.length)]).join('');
    const piece = random.share() < 0.7 ? `▁${word}` : word;
    if (!scores.has(piece)) scores.set(piece, -6 - 8 * random.share());
  }
  return [['</s>', 0], ['<unk>', -24], ...scores, ['<pad>', 0]];
}

/** Sentences of made words, each of as many pieces as asked for, end mark not counted. */
export function sentences(shape: Shape, lengths: readonly number[]): string[] {
  const random = new Random(shape.seed + 1);
  const words = pieces(shape).flatMap(([piece]) =>
    piece.startsWith('▁') && piece.length > 4 ? [piece.slice(1)] : [],
  );
  return lengths.map((length) =>
    Array.from({ length }, () => words[random.below(words.length)] ?? '').join(' '),
  );
}

/** `tokenizer.json`. */
export function tokenizer(shape: Shape): object {
  const vocab = pieces(shape);
  const special = (id: number) => ({
    id,
    content: vocab[id]?.[0] ?? '',
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const metaspace = { type: 'Metaspace', replacement: '▁', add_prefix_space: true };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [0, 1, vocab.length - 1].map(special),
    normalizer: { type: 'NFKC' },
    pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, metaspace] },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
      pair: [
        { Sequence: { id: 'A', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 0 } },
        { SpecialToken: { id: '</s>', type_id: 0 } },
      ],
      special_tokens: { '</s>': { id: '</s>', ids: [0], tokens: ['</s>'] } },
    },
    decoder: metaspace,
    model: { type: 'Unigram', unk_id: 1, vocab },
  };
}
