// A separate process for tests that kill it: does one thing as `npm start` would, and reports when it is done.
import { ReadableStream } from 'node:stream/web';
import { childCaseRuns } from '#lib/affected-customers/run/child-case-runs.ts';
import { receiveAttachment } from '#lib/attachment/commands/receive-attachment.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { replay } from '#lib/import/replay.ts';
import { openStream } from '#lib/live/stream.ts';
import { system } from '#lib/platform/actor.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { UpdateTask } from '#lib/record/schema.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { actorOfSession, actorOfUser } from '#lib/session/actors.ts';
import { startSession } from '#lib/session/sessions.ts';

const [what, on = '', by = ''] = process.argv.slice(2);

async function who() {
  const actor = await actorOfUser(db(), by);
  if (!actor) throw new Error(`${by} is nobody.`);
  return actor;
}

/** Content that begins, and ends only if `whole`. */
function content(whole: boolean): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('Hello'));
      if (whole) controller.close();
    },
  });
}

const upload = async (whole: boolean) => {
  const file = {
    kind: 'case',
    number: on,
    name: 'notes.txt',
    contentType: 'text/plain',
    announced: undefined,
  } as const;
  await receiveAttachment(await who(), { ...file, content: content(whole) });
};

/** Opens streams of one user until each is displaced, and then prints a line. */
async function listen(): Promise<void> {
  const session = await actorOfSession(await transaction((tx) => startSession(tx, by)));
  if (!session) throw new Error(`${by} has no session.`);
  const readers = Array.from({ length: Number(on) }, () => openStream(session, new AbortController().signal));
  await Promise.all(
    readers.map(async (stream) => {
      for await (const _part of stream);
      console.log('closed');
    }),
  );
}

const works: Readonly<Record<string, () => Promise<unknown>>> = {
  'fan-out': async () =>
    addEntry(await who(), { kind: 'incident', number: on, type: 'comment', text: 'The fan is out.' }),
  save: async () => updateTask(await who(), UpdateTask.parse(JSON.parse(on))),
  replay: () => replay(on),
  'child-cases': () => processRuns(system, childCaseRuns),
  listen,
  upload: () => upload(true),
  'upload-without-end': () => upload(false),
};

// Keeps the process alive while it only awaits an endless stream.
const alive = setInterval(() => {}, 1000);
await works[what ?? '']?.();
clearInterval(alive);
await closeDb();
