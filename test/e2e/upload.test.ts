import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, serve } from '../support/page.ts';

/** The policy of the page, its origin and its token, as a real browser sends them. */
test('the page may hand a model over to the app, and only the app', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample articles' }).waitFor();
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const send = (token: string | null) =>
    page.evaluate(
      ([path, given]) =>
        new Promise<{ status: number; answer: { path?: string } }>((resolve) => {
          const request = new XMLHttpRequest();
          request.open('POST', path);
          request.setRequestHeader(
            'Authorization',
            `Bearer ${given ?? sessionStorage.getItem('bitext.token')}`,
          );
          request.responseType = 'json';
          request.addEventListener('load', () =>
            resolve({ status: request.status, answer: request.response as { path?: string } }),
          );
          request.send(new File(['{}'], 'config.json'));
        }),
      [`/api/uploads/${id}/model/config.json`, token] as const,
    );
  const { status, answer } = await send(null);
  expect(status).toBe(200);
  expect(answer.path).toBe(join(home, 'models/.incoming/uploads', id, 'model'));
  expect(readFileSync(join(answer.path!, 'config.json'), 'utf8')).toBe('{}');
  expect(complaints).toEqual([]);
  expect((await send('wrong')).status).toBe(403);
  expect(existsSync(join(home, 'connections'))).toBe(false);
});
