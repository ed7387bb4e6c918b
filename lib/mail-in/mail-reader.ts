import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { projectFile } from '#lib/platform/project-file.ts';
import type { Unreadable } from './parse-mail.ts';

/** How long a reader waits for the next mail, in milliseconds. */
const IDLE = 60_000;
/** In megabytes. */
const MEMORY = 400;

/** What a reader is to do with a mail: read it, or take the tokens out of it. */
export type ReaderTask = { what: 'read' | 'mask'; raw: Uint8Array };

/**
 * MAIL-6 · A process of its own that looks at one mail after the other. One that takes too long, or more memory than there is, ends
 * that process: the next mail gets another one.
 */
export class MailReader {
  #process: ChildProcess | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  readonly #memory: number;

  /** `memory`: what it may hold beside the mail itself, in megabytes. */
  constructor(memory = MEMORY) {
    this.#memory = memory;
  }

  /** The answer, or why there is none. Throws when the process ended for another reason; `patience` in milliseconds. */
  ask<T extends object>(task: ReaderTask, patience: number): Promise<T | Unreadable> {
    const answer = this.#last.then(() => this.#answer<T>(task, patience));
    this.#last = answer.catch(() => {});
    return answer;
  }

  /** Ends what it is at. */
  end(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  #start(): ChildProcess {
    clearTimeout(this.#idle);
    if (this.#process) return this.#process;
    const started = fork(projectFile('lib/mail-in/reader-process.ts'), {
      execArgv: [`--max-old-space-size=${this.#memory}`],
      // It has no secrets, and no way to the database.
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('error', (error) => log.error({ err: error }, 'Mails cannot be read'));
    started.on('exit', () => {
      if (this.#process === started) this.#process = null;
    });
    if (started.pid) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    started.unref();
    this.#process = started;
    return started;
  }

  #answer<T>(task: ReaderTask, patience: number): Promise<T | Unreadable> {
    const child = this.#start();
    return new Promise((resolve, reject) => {
      const done = (answer: () => void) => {
        clearTimeout(tooLong);
        child.off('message', answered).off('error', failed).off('exit', ended);
        child.channel?.unref();
        this.#idle = setTimeout(() => this.end(), IDLE).unref();
        answer();
      };
      const tooLong = setTimeout(() => {
        this.end();
        done(() => resolve({ unreadable: 'It takes too long to read.' }));
      }, patience);
      const answered = (answer: T | Unreadable) => done(() => resolve(answer));
      const failed = (error: Error) => {
        this.end();
        done(() => reject(error));
      };
      const ended = (code: number | null, signal: string | null) =>
        done(() => {
          if (isStopping()) reject(new Error('The server stops.'));
          else resolve({ unreadable: `It takes too much memory to read (${signal ?? code}).` });
        });
      child.on('message', answered).on('error', failed).on('exit', ended);
      child.channel?.ref();
      child.send(task, (error) => error && failed(error));
    });
  }
}
