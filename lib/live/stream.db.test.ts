import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { GET } from '#app/api/events/route.ts';
import type { Changed } from '#lib/announce/message.ts';
import { changeMessages, notifications, publishPresence } from '#lib/announce/publish.ts';
import { switchBusinessRule } from '#lib/business-rule/commands/switch-business-rule.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { noteVisit } from '#lib/inbox/visit.ts';
import { switchIntegration } from '#lib/integration/commands/switch-integration.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import { endSessionsOf, startSession } from '#lib/session/sessions.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { holderOf } from '#lib/testing/world.ts';
import { setUserRoles } from '#lib/user/commands/set-user-roles.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { bus, LOCK_OF_PROCESSES } from './bus.ts';
import { openStream } from './stream.ts';

/** Notifies open pages, as the last statement of a command does. */
const publish = (tx: Db, { changed, beside = [] }: { changed: readonly Changed[]; beside?: readonly string[] }) =>
  tx.$executeRaw(notifications(changeMessages(changed, beside)));

type Heard = { event: string; data: unknown };

const leaving = new AbortController();

async function givenSession(userId: string): Promise<SignedIn> {
  const session = await actorOfSession(await transaction((tx) => startSession(tx, userId)));
  if (!session) throw new Error('The session did not open.');
  return session;
}

/** The events that a browser of this user receives. */
const listen = async (userId: string) => hear(await givenSession(userId));

/** The events that this session receives. */
function hear(session: SignedIn, since?: number) {
  const heard: Heard[] = [];
  const stream = openStream(session, leaving.signal, since).pipeThrough(new TextDecoderStream());
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
  return { of, closed };
}

const deferred = (check: () => void) => expect.poll(check);

const loseConnection = () => db().$queryRaw`
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'casebridge live' AND datname = current_database()`;

const livingProcesses = async () => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_locks where classid = ${LOCK_OF_PROCESSES}::bigint::oid
      and database = (select oid from pg_database where datname = current_database())`;
  return row?.count;
};

type Kind = 'case' | 'incident' | 'problem';
let made = 0;

/** Records in the database, visible to users whose roles include the kind. */
async function records<K extends Kind>(kind: K, count: number): Promise<{ id: string; kind: K }[]> {
  const at = new Date();
  const times = { openedAt: at, createdAt: at, updatedAt: at };
  const data = Array.from({ length: count }, () => {
    made += 1;
    return { id: randomUUID(), kind, number: `X${made}`, shortDescription: 'Down', state: 'new', ...times };
  });
  await db().task.createMany({ data });
  const ids = data.map(({ id }) => ({ id }));
  if (kind === 'incident') await db().incident.createMany({ data: ids });
  if (kind === 'problem') await db().problem.createMany({ data: ids });
  return data.map(({ id }) => ({ id, kind }));
}

const one = async <K extends Kind>(kind: K) => {
  const [record] = await records(kind, 1);
  if (!record) throw new Error('There is none.');
  return record;
};

/** A user who sees incidents and problems. */
const givenReader = () => givenUser({ roles: ['itil'] });

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

test('Q-12 · a committed change is sent, a rolled back one is not', async () => {
  const { of } = await listen((await givenReader()).id);
  const [lost, changed] = [await records('incident', 1), await records('incident', 1)];
  const failing = transaction(async (tx) => {
    await publish(tx, { changed: lost });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await transaction((tx) => publish(tx, { changed }));
  await deferred(() => of('change')).toEqual([{ changed, beside: [] }]);
});

test('Q-17 · changes between rendering and subscribing are sent, and nothing else; if they are unknown, the page reloads', async () => {
  const reader = await givenReader();
  const sessions = await Promise.all([0, 1, 2].map(() => givenSession(reader.id)));
  const [first, second, third] = sessions as [SignedIn, SignedIn, SignedIn];
  // The process starts remembering with the first stream.
  const unknown = hear(first, Date.now());
  await deferred(() => unknown.of('resync')).toEqual([{}]);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 20_000);
  const drawnAt = Date.now();
  const quiet = hear(second, drawnAt);
  const changed = await records('incident', 1);
  const unseen = await records('case', 1);
  await transaction((tx) => publish(tx, { changed: [...changed, ...unseen] }));
  await deferred(() => quiet.of('change')).toEqual([{ changed, beside: [] }]);
  const late = hear(third, drawnAt);
  await deferred(() => late.of('change')).toEqual([{ changed, beside: [] }]);
  vi.setSystemTime(Date.now() + 120_000);
  const tooLate = hear(first, drawnAt);
  await deferred(() => tooLate.of('resync')).toEqual([{}]);
  expect([quiet.of('resync'), late.of('resync')]).toEqual([[], []]);
  vi.useRealTimers();
});

test('inbox · recipients and the reader get an inbox update, and other users do not', async () => {
  const [concerned, other] = [await holderOf('Concerned Reader', ['itil']), await holderOf('Other Reader', ['itil'])];
  const [heard, others] = [await listen(concerned.id), await listen(other.id)];
  const values = { shortDescription: 'Down', assignedToId: concerned.id };
  const { id: taskId } = await createTask(other, { kind: 'incident', values });
  await deferred(() => heard.of('inbox')).toHaveLength(1);
  await noteVisit(db(), concerned, { taskId, leaving: false });
  await deferred(() => heard.of('inbox')).toHaveLength(2);
  await noteVisit(db(), concerned, { taskId, leaving: false });
  await createTask(concerned, { kind: 'incident', values });
  await deferred(() => heard.of('change')).not.toEqual([]);
  expect([heard.of('inbox').length, others.of('inbox')]).toEqual([2, []]);
});

test('ADM-1, ADM-2, ADM-5 · open pages are notified of switches and properties, and of no other setting', async () => {
  const adam = await holderOf('Adam Admin', ['admin']);
  const { of } = await listen((await givenReader()).id);
  await setUserRoles(adam, { userId: (await givenReader()).id, roles: ['itil', 'approver_user'] });
  await switchBusinessRule(adam, { id: 'SYNC-INC-4', active: false });
  await switchBusinessRule(adam, { id: 'SYNC-INC-4', active: false });
  await deferred(() => of('settings')).toEqual([{}]);
  await switchIntegration(adam, { id: 'com.sn_cs_sm', active: false });
  await updateProperty(adam, { name: 'case.show_similar', value: 'false' });
  await deferred(() => of('settings')).toEqual([{}, {}, {}]);
});

test('any number of ids fits into notifications', async () => {
  const { of } = await listen((await givenReader()).id);
  const changed = await records('incident', 320);
  const beside = (await records('problem', 120)).map(({ id }) => id);
  await transaction((tx) => publish(tx, { changed, beside }));
  await deferred(() => of('change')).toEqual([{ changed, beside }]);
});

test('the references of a changed record are sent with it', async () => {
  const ian = await holderOf('Ian Itil', ['itil']);
  const { of } = await listen(ian.id);
  const problem = await createTask(ian, { kind: 'problem', values: { shortDescription: 'Worn out' } });
  const values = { shortDescription: 'Worn out again', duplicateOfId: problem.id };
  const { id } = await createTask(ian, { kind: 'problem', values });
  await deferred(() => of('change').at(-1)).toMatchObject({
    changed: expect.arrayContaining([{ id, kind: 'problem' }]),
    beside: expect.arrayContaining([problem.id]),
  });
});

test('ACC-6 · a listener receives changes of visible records only, and for parts of such a case only the id', async () => {
  const ian = await givenReader();
  const pat = await givenUser({ roles: ['sn_customerservice_agent'] });
  const jane = await givenUser({ kind: 'consumer' });
  const [incident, another, problem] = [await one('incident'), await one('incident'), await one('problem')];
  const [theCase, ofJane] = [await one('case'), await one('case')];
  await db().task.update({ where: { id: ofJane.id }, data: { consumerId: jane.id } });
  await db().case.create({ data: { id: theCase.id, incidentId: incident.id } });
  await db().case.create({ data: { id: ofJane.id, incidentId: another.id, problemId: problem.id } });
  const [ianReceives, hearsPat, hearsNils] = [
    await listen(ian.id),
    await listen(pat.id),
    await listen((await givenUser()).id),
  ];
  const say = (changed: { id: string; kind: Kind }[], beside: string[]) =>
    transaction((tx) => publish(tx, { changed, beside }));

  await say([another, ofJane], [problem.id]);
  await deferred(() => ianReceives.of('change')).toEqual([{ changed: [another], beside: [problem.id] }]);
  await say([incident, another, theCase], [incident.id, problem.id]);
  await deferred(() => ianReceives.of('change').length).toBe(2);
  await deferred(() => hearsPat.of('change')).toEqual([
    { changed: [{ id: incident.id, kind: null }, theCase], beside: [incident.id] },
  ]);
  expect(hearsNils.of('change')).toEqual([]);
});

test('ACC-6, INC-6 · a customer receives changes of their own case, and of no linked record', async () => {
  const jane = await givenUser({ kind: 'consumer', roles: ['sn_customerservice.consumer'] });
  const [theCase, incident, problem] = [await one('case'), await one('incident'), await one('problem')];
  await db().task.update({ where: { id: theCase.id }, data: { consumerId: jane.id } });
  await db().case.create({ data: { id: theCase.id, incidentId: incident.id, problemId: problem.id } });
  const { of } = await listen(jane.id);
  await transaction((tx) => publish(tx, { changed: [incident, theCase], beside: [incident.id, problem.id] }));
  await deferred(() => of('change')).toEqual([{ changed: [theCase], beside: [] }]);
});

test('ACC-12 · a person has ten streams, over all sessions: the oldest makes room for the next, those of others stay', async () => {
  const { id } = await givenUser();
  const sessions = [await givenSession(id), await givenSession(id)] as const;
  const other = await listen((await givenUser()).id);
  const closed: string[] = [];
  const note = (name: string, { closed: end }: { closed: Promise<void> }) => void end.then(() => closed.push(name));
  note('other', other);
  for (let stream = 1; stream <= 12; stream++) note(String(stream), hear(sessions[stream % 2 === 0 ? 0 : 1]));
  await deferred(() => closed.toSorted()).toEqual(['1', '2']);
  expect(await db().openStream.count({ where: { personId: id } })).toBe(10);
});

test('ACC-12 · the ten are those of all server processes, and those of one that is killed count no longer', async () => {
  const { id } = await givenUser();
  const session = await givenSession(id);
  const counted = () => db().openStream.count({ where: { personId: id } });
  let closedThere = 0;
  let closedHere = 0;
  const openHere = (count: number) => {
    for (let stream = 1; stream <= count; stream++) void hear(session).closed.then(() => (closedHere += 1));
  };

  const another = spawn(process.execPath, ['lib/testing/work-until-killed.ts', 'listen', '6', id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  another.stdout.on('data', (told: Buffer) => (closedThere += told.toString().split('closed').length - 1));
  await expect.poll(counted).toBe(6);
  openHere(4);
  await expect.poll(counted).toBe(10);
  expect([closedThere, closedHere]).toEqual([0, 0]);
  openHere(1);
  await expect.poll(() => closedThere).toBe(1);
  expect([await counted(), closedHere]).toEqual([10, 0]);

  another.kill('SIGKILL');
  await once(another, 'exit');
  await expect.poll(livingProcesses).toBe(1);
  openHere(5);
  await expect.poll(async () => (await db().openStream.groupBy({ by: ['process'] })).length).toBe(1);
  await expect.poll(counted).toBe(10);
  expect(closedHere).toBe(0);
  openHere(1);
  await expect.poll(() => closedHere).toBe(1);
});

test('ACC-12 · a change is loaded once for all listeners', async () => {
  const people = [
    await givenReader(),
    await givenUser({ roles: ['sn_customerservice_agent'] }),
    await givenUser({ roles: ['sn_customerservice_agent'] }),
  ];
  const heard = await Promise.all(people.map(({ id }) => listen(id)));
  // Each stream first checks its session and is counted as open.
  await expect.poll(() => db().openStream.count({ where: { personId: { in: people.map(({ id }) => id) } } })).toBe(3);
  const [theCase, incident] = [await one('case'), await one('incident')];
  const asked = vi.spyOn(db(), '$queryRaw');
  await transaction((tx) => publish(tx, { changed: [theCase, incident] }));
  await deferred(() => heard.map(({ of }) => of('change').length)).toEqual([1, 1, 1]);
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
  const [byItil, ...byAgents] = heard.map(({ of }) => of('change')[0]);
  expect(byItil).toMatchObject({ changed: expect.arrayContaining([incident]) });
  for (const event of byAgents) expect(event).toEqual({ changed: [theCase], beside: [] });
});

test('ACC-3 · a stream whose timer was early closes at the next ping', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const session = await givenSession((await givenUser()).id);
  const soonOver = new Date(Date.now() + 50);
  const { closed, of } = hear({ ...session, expiresAt: soonOver });
  await deferred(() => Date.now()).toBeGreaterThan(soonOver.getTime() + 200);
  expect(of('signed-out')).toEqual([]);
  await db().session.updateMany({ where: { id: session.id }, data: { expiresAt: soonOver } });
  vi.advanceTimersByTime(15_000);
  vi.useRealTimers();
  await closed;
  expect(of('signed-out')).toEqual([{ because: 'expired' }]);
});

test('ACC-3 · the streams of a user close when the sessions end, those of others do not', async () => {
  const ended = await givenUser();
  const streams = [await listen(ended.id), await listen(ended.id)];
  const other = await listen((await givenUser()).id);
  await transaction((tx) => endSessionsOf(tx, ended.id, 'administrator'));
  await Promise.all(streams.map(({ closed }) => closed));
  const signedOut = { because: 'administrator' };
  expect(streams.map(({ of }) => of('signed-out'))).toEqual([[signedOut], [signedOut]]);
  expect(other.of('signed-out')).toEqual([]);
});

test('ACC-3 · a stream that opens as its session ends closes at once', async () => {
  const session = await givenSession((await givenUser()).id);
  await db().session.deleteMany();
  const reader = openStream(session, leaving.signal).getReader();
  const texts: string[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read())
    texts.push(new TextDecoder().decode(part.value));
  expect(texts.join('')).toContain('event: signed-out');
});

test('ACC-12 · after the connection was lost the streams of this process are counted again', async () => {
  const { id } = await givenUser();
  await listen(id);
  const counted = () => db().openStream.count({ where: { personId: id } });
  await expect.poll(counted).toBe(1);
  await db().openStream.deleteMany();
  await loseConnection();
  await expect.poll(counted).toBe(1);
});

test('a disconnected listener is removed and makes room', async () => {
  const session = await givenSession((await givenUser()).id);
  for (let stream = 1; stream <= 12; stream++) await openStream(session, new AbortController().signal).cancel();
  const { of } = hear(session);
  await deferred(() => of('hello')).toEqual([{}]);
  await expect.poll(() => db().openStream.count({ where: { personId: session.actor.id } })).toBe(1);
});

test('ACC-12 · a listener that does not read is disconnected, and nothing waits for it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const session = await givenSession((await givenUser()).id);
  const counted = () => db().openStream.count({ where: { personId: session.actor.id } });
  const reader = openStream(session, leaving.signal).getReader();
  await expect.poll(counted).toBe(1);
  for (let ping = 0; ping < 40_000; ping++) vi.advanceTimersByTime(15_000);
  vi.useRealTimers();
  await expect(reader.read()).rejects.toThrow('does not read');
  await expect.poll(counted).toBe(0);
});

test('ACC-12 · a HEAD opens no stream', async () => {
  const reader = await givenReader();
  signedIn.actor = (await givenSession(reader.id)).actor;
  const answer = await GET(new Request('http://localhost:3000/api/events', { method: 'HEAD' }));
  expect([answer.status, answer.body]).toEqual([200, null]);
  expect(await db().openStream.count({ where: { personId: reader.id } })).toBe(0);
});

test('Presence · only users on a record see who else is on it', async () => {
  const [ava, noa, ian] = [await givenUser({ name: 'Ava' }), await givenUser({ name: 'Noa' }), await givenUser()];
  const [avaReceives, ianReceives] = [await listen(ava.id), await listen(ian.id)];
  const taskId = randomUUID();
  for (const { id, name } of [ava, noa]) await publishPresence({ taskId, userId: id, name, tab: '1', mode: 'viewing' });
  await deferred(() => avaReceives.of('presence').at(-1)).toEqual({
    taskId,
    people: [{ id: noa.id, name: 'Noa', mode: 'viewing' }],
  });
  expect(ianReceives.of('presence')).toEqual([]);
});

test('Q-11 · after a lost connection it reconnects and says that anything may have changed', async () => {
  const { of } = await listen((await givenReader()).id);
  await loseConnection();
  await expect.poll(() => of('resync')).toEqual([{}]);
  const changed = await records('incident', 1);
  await transaction((tx) => publish(tx, { changed }));
  await deferred(() => of('change')).toEqual([{ changed, beside: [] }]);
});
