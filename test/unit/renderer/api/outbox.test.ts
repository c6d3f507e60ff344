import { expect, test } from 'vitest';
import { Outbox, type Message } from '../../../../renderer/api/outbox.ts';

function outbox() {
  const sent: Message[] = [];
  const box = new Outbox((message) => sent.push(message));
  return { box, sent, methods: () => sent.map(({ method }) => method) };
}
const ok = { ok: true, data: 'done' } as const;

test('what is called before the connection stands leaves when it does, in order', () => {
  const { box, methods } = outbox();
  void box.call('library.list', {});
  void box.call('app.info', {});
  expect(methods()).toEqual([]);
  box.connected();
  expect(methods()).toEqual(['library.list', 'app.info']);
});

test('what was unanswered when the connection broke is sent again, and answered once', async () => {
  const { box, sent, methods } = outbox();
  box.connected();
  const saved = box.call('review.save', { unit: 1 });
  box.disconnected();
  box.connected();
  expect(methods()).toEqual(['review.save', 'review.save']);
  box.answered(sent[0]!.id, ok);
  box.answered(sent[1]!.id, { ok: false, error: { code: 'late', message: '' } });
  expect(await saved).toEqual(ok);
  box.disconnected();
  box.connected();
  expect(sent).toHaveLength(2);
});

test('an undo whose answer was lost fails instead of being taken twice; one that had not left yet is kept', async () => {
  const { box, methods } = outbox();
  box.connected();
  const undone = box.call('review.undo', { article: 1 });
  box.disconnected();
  expect(await undone).toMatchObject({ ok: false, error: { code: 'connection.lost' } });
  void box.call('review.redo', { article: 1 });
  box.connected();
  expect(methods()).toEqual(['review.undo', 'review.redo']);
});

test('a call that was on its way each time the connection broke is given up after three times', async () => {
  const { box, methods } = outbox();
  const deadly = box.call('library.import', { files: [] });
  for (let life = 0; life < 3; life += 1) {
    box.connected();
    box.disconnected();
  }
  expect(await deadly).toMatchObject({ ok: false, error: { code: 'connection.lost' } });
  void box.call('library.list', {});
  box.connected();
  expect(methods()).toEqual(['library.import', 'library.import', 'library.import', 'library.list']);
});

test('a message that is too large for the wire fails alone', async () => {
  const { box, methods } = outbox();
  box.connected();
  void box.call('library.list', {});
  const huge = box.call('library.import', {});
  box.refusedAsTooLarge();
  box.disconnected();
  expect(await huge).toMatchObject({ ok: false, error: { code: 'input.too-large' } });
  box.connected();
  expect(methods()).toEqual(['library.list', 'library.import', 'library.list']);
});
