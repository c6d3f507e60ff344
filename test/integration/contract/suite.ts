import { expect, test } from 'vitest';
import { calling, file, type Caller } from '../../support/hosts.ts';

const german = 'Am Montag kam der Minister nach Berlin. Er sprach mit der Presse über die Lage.';

/** What every transport must do alike. Each test opens a library of its own. */
export function contractSuite(open: () => Promise<Caller>): void {
  test('an article is imported, listed, opened, corrected, undone, exported', async () => {
    const window = await open();
    const call = calling(window);
    const [result] = await call('library.import', { files: [file('lage.txt', german)] });
    expect(result).toMatchObject({ status: 'imported', article: { language: 'de', title: 'Lage' } });
    const [article] = await call('library.list', {});
    const { units } = await call('review.open', { article: article!.id });
    expect(units.map(({ source }) => source)).toEqual([
      'Am Montag kam der Minister nach Berlin.',
      'Er sprach mit der Presse über die Lage.',
    ]);

    const target = 'On Monday the minister came to Berlin.';
    const saved = await call('review.save', { unit: units[0]!.id, target, visit: 'v' });
    expect(saved).toMatchObject({
      units: [{ target, state: 'edited' }],
      history: { undo: 'edit', redo: null },
    });
    await call('review.confirm', { unit: units[0]!.id, target, visit: 'v' });
    const tsv = await call('export.bitext', { format: 'tsv', states: ['approved'] });
    expect(tsv).toMatchObject({ units: 1, content: expect.stringContaining(target) });

    const undone = await call('review.undo', { article: article!.id });
    expect(undone.units).toMatchObject([{ target: '', state: 'untranslated' }]);
    const redone = await call('review.redo', { article: article!.id });
    expect(redone.units).toMatchObject([{ target, state: 'approved' }]);
  });

  test('changes are announced as events', async () => {
    const window = await open();
    const call = calling(window);
    await call('library.import', { files: [file('lage.txt', german)] });
    const [article] = await call('library.list', {});
    const { units } = await call('review.open', { article: article!.id });
    await call('review.save', { unit: units[1]!.id, target: 'He spoke.', visit: 'v' });
    await expect
      .poll(() => window.events.map(({ event }) => event))
      .toEqual(['library.changed', 'units.changed']);
    expect(window.events[1]?.payload).toMatchObject({
      article: article!.id,
      units: [{ target: 'He spoke.' }],
    });
  });

  test('the same text again is said to be there, and changes nothing', async () => {
    const call = calling(await open());
    await call('library.import', { files: [file('lage.txt', german)] });
    const [again] = await call('library.import', { files: [file('kopie.txt', `\ufeff${german}\r\n`)] });
    expect(again).toMatchObject({
      status: 'duplicate',
      message: expect.stringContaining('kopie.txt is already in the library as “Lage”'),
    });
    expect(await call('library.list', {})).toHaveLength(1);
  });

  test('one bad file among good ones fails alone', async () => {
    const call = calling(await open());
    const results = await call('library.import', {
      files: [
        file('leer.txt', ''),
        file('lage.txt', german),
        file('bild.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
      ],
    });
    expect(results.map(({ status }) => status)).toEqual(['failed', 'imported', 'failed']);
    expect(results[0]).toMatchObject({ code: 'file.empty', message: expect.stringContaining('leer.txt') });
    expect(results[2]).toMatchObject({ code: 'file.binary', message: expect.stringContaining('bild.txt') });
  });

  test('what is wrongly asked is refused with a code and a sentence, never with a stack', async () => {
    const { answer } = await open();
    const refused = async (method: string, input: unknown) => {
      const result = await answer(method, input);
      return result.ok ? 'no failure' : result.error;
    };
    expect(await refused('library.burn', {})).toMatchObject({ code: 'method.unknown' });
    expect(await refused('constructor', {})).toMatchObject({ code: 'method.unknown' });
    expect(await refused('review.open', { article: 'one' })).toMatchObject({
      code: 'input.invalid',
      message: expect.stringContaining('article'),
    });
    expect(await refused('review.open', null)).toMatchObject({ code: 'input.invalid' });
    expect(await refused('review.open', { article: 7 })).toEqual({
      code: 'article.unknown',
      message: 'There is no article 7 in this library.',
    });
    expect(await refused('review.save', { unit: 7, target: '', visit: 'v' })).toMatchObject({
      code: 'unit.unknown',
    });
    expect(
      await refused('library.import', { files: [{ name: 'a.txt', base64: 'Not base64' }] }),
    ).toMatchObject({ code: 'input.invalid', message: expect.stringContaining('base64') });
    expect(await refused('library.setLanguage', { article: 1, language: 'x y' })).not.toMatchObject({
      code: 'internal',
    });
    expect(await refused('export.bitext', { format: 'tmx' })).toMatchObject({ code: 'export.empty' });
  });

  test('an empty translation is not approved', async () => {
    const window = await open();
    const call = calling(window);
    await call('library.import', { files: [file('lage.txt', german)] });
    const [article] = await call('library.list', {});
    const { units } = await call('review.open', { article: article!.id });
    expect(
      await window.answer('review.confirm', { unit: units[0]!.id, target: ' \n', visit: 'v' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'unit.empty' },
    });
    expect((await call('review.open', { article: article!.id })).units).toEqual(units);
  });

  test('what the engine runs is told', async () => {
    const call = calling(await open());
    expect(await call('engine.status', {})).toEqual({ layout: null, isMeasuring: false, processes: [] });
    await call('translate.lines', {
      lines: ['Am Montag zählte die Polizei 45 Busse in Wien.'],
      language: 'de',
    });
    const { layout, processes } = await call('engine.status', {});
    expect(layout?.processes).toBeGreaterThanOrEqual(1);
    expect(processes).toEqual([
      { pid: expect.any(Number), model: 'mini', memoryBytes: expect.any(Number), isBusy: false },
    ]);
  });

  test('many calls at once are all answered, each with its own answer', async () => {
    const call = calling(await open());
    const texts = [
      'Der Minister kam nach Berlin zur Konferenz.',
      'Premier przyjechał wczoraj do Warszawy.',
      'Predsednik je včeraj prišel v Ljubljano.',
    ];
    const found = await Promise.all(texts.map((text) => call('language.identify', { text })));
    expect(found.map(({ language }) => language)).toEqual(['de', 'pl', 'sl']);
  });
}
