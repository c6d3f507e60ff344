/**
 * How fast things are, as ratios measured side by side in one run: the machine's mood cancels out.
 * `npm run bench [-- segmentation|identification|alignment|mt]`.
 */
import * as alignment from './alignment.ts';
import * as mt from './mt.ts';
import * as identification from './identification.ts';
import * as segmentation from './segmentation.ts';

const parts = { segmentation, identification, alignment, mt };
const chosen = process.argv.slice(2);

for (const [name, { bench }] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`## ${name}\n`);
  await bench();
  console.log();
}
