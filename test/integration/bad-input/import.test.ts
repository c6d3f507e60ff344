import { expect, test } from 'vitest';
import { calling, file, inProcess } from '../../support/hosts.ts';

const sentence = 'Der Minister kam am Montag nach Berlin und sprach mit der Presse. ';

test.each<[string, string | Uint8Array, string, RegExp]>([
  ['an empty file', '', 'file.empty', /schlecht\.txt/],
  ['nothing but blank space', ' \r\n\t\n\u00a0', 'file.empty', /schlecht\.txt/],
  ['nothing but a byte order mark', '\ufeff', 'file.empty', /schlecht\.txt/],
  ['nothing but a date prefix', ' date 2024-06 ', 'file.empty', /schlecht\.txt/],
  ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', 'file.binary', /schlecht\.txt.*PDF/],
  ['bytes of no text', new Uint8Array(3000).map((_, index) => index % 251), 'file.binary', /schlecht\.txt/],
  [
    'Latin-1',
    Buffer.from('Grüße aus München, schöne Straße.', 'latin1'),
    'file.encoding',
    /schlecht\.txt.*UTF-8/,
  ],
  ['UTF-8 that breaks off', Buffer.from('Grüße').subarray(0, 3), 'file.encoding', /schlecht\.txt.*UTF-8/],
  ['UTF-16', Buffer.from('\ufeffGruß', 'utf16le'), 'file.encoding', /schlecht\.txt.*UTF-16/],
  ['a line of 1 MB', sentence.repeat(16_000), 'file.long-line', /Line 1 of schlecht\.txt/],
  ['50 MB of text', `${sentence}\n`.repeat(760_000), 'file.too-large', /schlecht\.txt.*10 MB/],
])('%s gets a clear message and changes nothing', async (_name, content, code, message) => {
  const window = await inProcess();
  const call = calling(window);
  const [result] = await call('library.import', { files: [file('schlecht.txt', content)] });
  expect(result).toMatchObject({
    status: 'failed',
    name: 'schlecht.txt',
    code,
    message: expect.stringMatching(message),
  });
  expect(await call('library.list', {})).toEqual([]);
  expect(window.events).toEqual([]);
});

test('CRLF and a byte order mark come in and stay: the stored text is the imported one', async () => {
  const call = calling(await inProcess());
  const text = '\ufeff Überschrift\r\n\r\nDer erste Satz. Der zweite Satz kommt danach.\r\n';
  const [result] = await call('library.import', { files: [file('gut.txt', text)] });
  if (result?.status !== 'imported') throw new Error('not imported');
  const { units } = await call('review.open', { article: result.article.id });
  const body = text.slice(1);
  expect(units.map(({ start, end, source }) => body.slice(start, end) === source)).toEqual([
    true,
    true,
    true,
  ]);
  // Gaps and spans together are the text; what is in the gaps is blank space alone.
  let at = 0;
  let rebuilt = '';
  for (const { start, end, source } of units) {
    expect(body.slice(at, start)).toMatch(/^\s*$/);
    rebuilt += body.slice(at, start) + source;
    at = end;
  }
  expect(rebuilt + body.slice(at)).toBe(body);
});
