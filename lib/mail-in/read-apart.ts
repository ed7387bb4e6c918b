import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { projectFile } from '#lib/platform/project-file.ts';
import { asMail, type ParsedMail, type PlainMail, type Unreadable } from './parse-mail.ts';
import { KEPT_OF_TOO_LARGE } from './size.ts';

/** How long the reading of one mail may take, and how long a reader waits for the next one, in milliseconds. */
const PATIENCE = 30_000;
const IDLE = 60_000;
/** What a reader may hold in memory beside the mail itself, in megabytes. */
const MEMORY = 400;

/** What a reader is to do with a mail: read it, or take the tokens out of it. */
export type ReaderTask = { what: 'read' | 'mask'; raw: Uint8Array };

type Reader = { process: ChildProcess | null; last: Promise<unknown>; idle: NodeJS.Timeout | undefined };

// The framework loads this module more than once in a process, which has one reader.
const cached = globalThis as { casebridgeMailReader?: Reader };
const reader = (): Reader => {
  cached.casebridgeMailReader ??= { process: null, last: Promise.resolve(), idle: undefined };
  return cached.casebridgeMailReader;
};

/**
 * MAIL-6 · Reads a mail in another process, one after the other: one that takes too long, or more memory than there is,
 * is not read, and neither the server nor the next mail hears of it. Throws when the reading ended for another reason.
 */
export async function readApart(raw: Uint8Array, patience = PATIENCE): Promise<ParsedMail | Unreadable> {
  const read = await ask<PlainMail>({ what: 'read', raw }, patience);
  return 'unreadable' in read ? read : asMail(read);
}

/** MAIL-8 · The mail without the tokens that still work, made in the same way. */
export const maskApart = (raw: Uint8Array) => ask<Uint8Array>({ what: 'mask', raw }, PATIENCE);

/** One after the other. */
function ask<T extends object>(task: ReaderTask, patience: number): Promise<T | Unreadable> {
  const answering = reader().last.then(() => answerOf<T>(aReader(), task, patience));
  reader().last = answering.catch(() => {});
  return answering;
}

/** MAIL-6 · What the beginning of a mail says that cannot be read as a whole: who wrote it, and about what. */
export const readBeginning = (raw: Uint8Array) => readApart(raw.subarray(0, KEPT_OF_TOO_LARGE));

function aReader(): ChildProcess {
  const { process: running, idle } = reader();
  clearTimeout(idle);
  if (running) return running;
  const started = fork(projectFile('lib/mail-in/reader-process.ts'), {
    execArgv: [`--max-old-space-size=${MEMORY}`],
    // It has no secrets, and no way to the database.
    env: { NODE_ENV: process.env.NODE_ENV },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  started.on('error', (error) => log.error({ err: error }, 'Mails cannot be read'));
  started.on('exit', () => forget(started));
  if (started.pid) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  started.unref();
  reader().process = started;
  return started;
}

function forget(child: ChildProcess): void {
  child.kill('SIGKILL');
  if (reader().process === child) reader().process = null;
}

function answerOf<T>(child: ChildProcess, task: ReaderTask, patience: number): Promise<T | Unreadable> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      forget(child);
      end(() => resolve({ unreadable: 'It takes too long to read.' }));
    }, patience);
    const answered = (answer: T | Unreadable) => end(() => resolve(answer));
    const failed = (error: Error) => {
      forget(child);
      end(() => reject(error));
    };
    const ended = (code: number | null, signal: string | null) =>
      end(() => {
        forget(child);
        if (isStopping()) reject(new Error('The server stops.'));
        else resolve({ unreadable: `It takes too much memory to read (${signal ?? code}).` });
      });
    function end(answer: () => void) {
      clearTimeout(tooLong);
      child.off('message', answered).off('error', failed).off('exit', ended);
      child.channel?.unref();
      reader().idle = setTimeout(() => forget(child), IDLE).unref();
      answer();
    }
    child.on('message', answered).on('error', failed).on('exit', ended);
    child.channel?.ref();
    child.send(task, (error) => error && failed(error));
  });
}
