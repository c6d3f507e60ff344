/** The export formats. Adding one is one file beside this one and one line here. */
import type { BitextWriter } from './bitext.ts';
import { html } from './html.ts';
import { jsonl } from './jsonl.ts';
import { tmx } from './tmx.ts';
import { tsv } from './tsv.ts';

export const writers = { tmx, html, tsv, jsonl } as const satisfies Record<string, BitextWriter>;
