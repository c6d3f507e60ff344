import { expect, test } from 'vitest';
import { calling, file, inProcess } from '../../support/hosts.ts';

/** A library with two articles, and their ids. */
async function library() {
  const window = await inProcess();
  const call = calling(window);
  await call('library.import', {
    files: [
      file('a.txt', 'Der Minister kam am Montag nach Berlin.'),
      file('b.txt', 'Er sprach mit der Presse über die Lage.'),
    ],
  });
  const ids = async () => (await call('library.list', {})).map(({ id }) => id);
  return { ...window, call, ids, articles: await ids() };
}

test.each(['library.remove', 'library.restore'] as const)(
  '%s with an article that is not there is refused and changes nothing',
  async (method) => {
    const { answer, call, ids, articles, events } = await library();
    const [first] = articles;
    if (method === 'library.restore') await call('library.remove', { articles: [first!] });
    const before = await ids();
    events.length = 0;
    expect(await answer(method, { articles: [first!, 999] })).toMatchObject({
      ok: false,
      error: { code: 'article.unknown' },
    });
    expect(await ids()).toEqual(before);
    expect(events).toEqual([]);
  },
);

test('removing again, as after a lost connection, succeeds; so does restoring again', async () => {
  const { call, ids, articles } = await library();
  await call('library.remove', { articles });
  await call('library.remove', { articles });
  expect(await ids()).toEqual([]);
  await call('library.restore', { articles });
  await call('library.restore', { articles });
  expect(await ids()).toEqual(articles);
});
