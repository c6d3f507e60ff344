import { expect, test } from 'vitest';
import type { BitextWriter } from '../../../../data/formats/bitext.ts';
import { writers } from '../../../../data/formats/writers.ts';
import { article, provenance, unit } from './example.ts';

test.each(Object.entries<BitextWriter>(writers))(
  '%s is registered under its own id and writes text',
  (id, writer) => {
    expect(writer.id).toBe(id);
    expect(writer.extension).toMatch(/^[a-z]+$/);
    expect(writer.mime).toMatch(/^[a-z]+\/[a-z-]+$/);
    const file = [...writer.write([article([unit()])], provenance)].join('');
    expect(file).toContain('Kim je bil izoliran.');
    expect(file).toContain('Kim was isolated.');
    expect(file.endsWith('\n')).toBe(true);
  },
);

test.each(Object.values<BitextWriter>(writers))(
  '$id leaves out just what it says it cannot hold',
  (writer) => {
    const units = [
      unit({ source: 'held' }),
      unit({ id: 6, source: 'bare', target: '', state: 'untranslated' }),
    ];
    const file = [...writer.write([article(units)], provenance)].join('');
    for (const each of units) expect(file.includes(each.source)).toBe(writer.holds(each));
  },
);

test.each(Object.values<BitextWriter>(writers))(
  '$id streams: it does not wait for the last unit',
  (writer) => {
    const units = Array.from({ length: 100 }, (_, id) => unit({ id, paragraph: id }));
    const chunks = [...writer.write([article(units)], provenance)];
    expect(chunks.length).toBeGreaterThanOrEqual(100);
  },
);
