import { spawn } from 'node:child_process';
import { UserError } from './user-error.mjs';

interface Options {
  env?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Whether to print the command's output only when it fails, or directly to the terminal. */
  output?: 'when it fails' | 'terminal';
}

/** Runs a Node program of the project to its end; an exit code other than 0 throws a UserError that names `what`. */
export async function runNode(what: string, args: string[], options: Options = {}): Promise<void> {
  const { status, output } = await outcomeOf(process.execPath, args, options);
  if (status === 0) return;
  options.signal?.throwIfAborted();
  if (output) console.error(output.trimEnd());
  throw new UserError(`${what} failed: see the lines above.`);
}

/** Runs a command to its end and returns its exit status and output. */
export function outcomeOf(command: string, args: string[], { env = {}, signal, output }: Options = {}) {
  return new Promise<{ status: number; output: string }>((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: output === 'terminal' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      ...(signal && { signal }),
    });
    const parts: Buffer[] = [];
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
