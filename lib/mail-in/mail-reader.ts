import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { projectFile } from '#lib/platform/project-file.ts';
import type { Unreadable } from './parse-mail.ts';

/** How long a reader waits for the next email, in milliseconds. */
const IDLE = 60_000;
/** In megabytes. */
const MEMORY = 400;

/** A reader's task: parse an email, or mask its tokens. */
export type ReaderTask = { what: 'read' | 'mask'; raw: Uint8Array };

/**
 * MAIL-6 · A separate process that handles one email after the other. An email that takes too much time or memory ends the
 * process; the next email gets a new one.
 */
export class MailReader {
  #process: ChildProcess | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  readonly #memory: number;

  /** `memory`: the limit besides the email itself, in megabytes. */
  constructor(memory = MEMORY) {
    this.#memory = memory;
  }

  /** The answer, or why there is none; `patience` in milliseconds. Throws if the process ended for another reason. */
  ask<T extends object>(task: ReaderTask, patience: number): Promise<T | Unreadable> {
    const answer = this.#last.then(() => this.#answer<T>(task, patience));
    this.#last = answer.catch(() => {});
    return answer;
  }

  /** Ends the current task. */
  end(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  #start(): ChildProcess {
    clearTimeout(this.#idle);
    if (this.#process) return this.#process;
    const started = fork(projectFile('lib/mail-in/reader-process.ts'), {
      execArgv: [`--max-old-space-size=${this.#memory}`],
      // The process gets no secrets and no database access.
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
