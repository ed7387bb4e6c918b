import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { holderOf } from '#lib/platform/testing/world.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { actorOfSession } from '#lib/session/actors.ts';
import { endSessionsOf, startSession } from '#lib/session/sessions.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { bus } from './bus.ts';
import { publish, publishPresence } from './publish.ts';
import { openStream } from './stream.ts';

type Heard = { event: string; data: unknown };

const leaving = new AbortController();

/** What a browser of this user hears. */
async function listen(userId: string) {
  const sid = await transaction((tx) => startSession(tx, userId));
  const session = await actorOfSession(sid);
  if (!session) throw new Error('The session did not open.');
  const heard: Heard[] = [];
  const stream = openStream(session, leaving.signal).pipeThrough(new TextDecoderStream());
  const closed = (async () => {
    let text = '';
    for await (const chunk of stream) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const [, event, data] = /event: (\S+)\ndata: (.*)/.exec(part) ?? [];
        if (event && data) heard.push({ event, data: JSON.parse(data) });
      }
    }
  })();
  const of = (event: string) => heard.filter((one) => one.event === event).map(({ data }) => data);
  return { of, closed, sid };
}

const soon = (check: () => void) => expect.poll(check);
const incidents = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'incident' as const, id: randomUUID() }));
/** Records as somebody hears of them who may not see them. */
const hidden = (changed: readonly { id: string }[]) => changed.map(({ id }) => ({ id, kind: null }));

beforeAll(async () => {
  const listening = new Promise((resolve) => bus().once('resync', () => resolve(null)));
  await listening;
});

afterEach(async () => {
  await db().session.deleteMany();
});

afterAll(async () => {
  leaving.abort();
  await bus().stop();
});

test('Q-12 · a committed change is heard, one that was rolled back is not', async () => {
  const { of } = await listen((await givenUser()).id);
  const failing = transaction(async (tx) => {
    await publish(tx, { changed: incidents(1) });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const changed = incidents(1);
  await transaction((tx) => publish(tx, { changed }));
  await soon(() => of('change')).toEqual([{ changed: hidden(changed), beside: [] }]);
});

test('Q-12 · any number of ids fits into notifications', async () => {
  const { of } = await listen((await givenUser()).id);
  const changed = incidents(320);
  const beside = incidents(120).map(({ id }) => id);
  await transaction((tx) => publish(tx, { changed, beside }));
  await soon(() => of('change')).toEqual([{ changed: hidden(changed), beside }]);
});

test('ACC-6 · of a record that one may not see one hears the id alone; what it names is told with it', async () => {
  const ian = await holderOf('Ian Itil', ['itil']);
  const pat = await holderOf('Pat Plain', ['sn_customerservice_agent']);
  const [hearsIan, hearsPat] = [await listen(ian.id), await listen(pat.id)];
  const problem = await createTask(ian, { kind: 'problem', values: { shortDescription: 'Worn out' } });
  const values = { shortDescription: 'Down', problemId: problem.id };
  const { id } = await createTask(ian, { kind: 'incident', values });
  const last = (heard: typeof hearsIan) => heard.of('change').at(-1);
  await soon(() => last(hearsIan)).toMatchObject({ changed: expect.arrayContaining([{ id, kind: 'incident' }]) });
  await soon(() => last(hearsPat)).toMatchObject({
    changed: expect.arrayContaining([{ id, kind: null }]),
    beside: [problem.id],
  });
});

test('ACC-3 · the streams of a user close when the sessions end, those of others do not', async () => {
  const ended = await givenUser();
  const streams = [await listen(ended.id), await listen(ended.id)];
  const other = await listen((await givenUser()).id);
  await transaction((tx) => endSessionsOf(tx, ended.id));
  await Promise.all(streams.map(({ closed }) => closed));
  expect(streams.map(({ of }) => of('signed-out'))).toEqual([[{}], [{}]]);
  expect(other.of('signed-out')).toEqual([]);
});

test('ACC-3 · a stream that opens as its session ends closes at once', async () => {
  const { id } = await givenUser();
  const sid = await transaction((tx) => startSession(tx, id));
  const session = await actorOfSession(sid);
  await db().session.deleteMany();
  if (!session) throw new Error('The session did not open.');
  const reader = openStream(session, leaving.signal).getReader();
  const texts: string[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read())
    texts.push(new TextDecoder().decode(part.value));
  expect(texts.join('')).toContain('event: signed-out');
});

test('Presence · only people on a record hear who else is on it', async () => {
  const [ava, noa, ian] = [await givenUser({ name: 'Ava' }), await givenUser({ name: 'Noa' }), await givenUser()];
  const [hearsAva, hearsIan] = [await listen(ava.id), await listen(ian.id)];
  const taskId = randomUUID();
  for (const { id, name } of [ava, noa]) await publishPresence({ taskId, userId: id, name, tab: '1', mode: 'viewing' });
  await soon(() => hearsAva.of('presence').at(-1)).toEqual({
    taskId,
    people: [{ id: noa.id, name: 'Noa', mode: 'viewing' }],
  });
  expect(hearsIan.of('presence')).toEqual([]);
});

test('Q-11 · after the connection was lost, it comes back and says that anything may have changed', async () => {
  const { of } = await listen((await givenUser()).id);
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'casebridge live' AND datname = current_database()`;
  await expect.poll(() => of('resync'), { timeout: 5_000 }).toEqual([{}]);
  const changed = incidents(1);
  await transaction((tx) => publish(tx, { changed }));
  await soon(() => of('change')).toEqual([{ changed: hidden(changed), beside: [] }]);
});
