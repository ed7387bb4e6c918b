import pino from 'pino';
import { logLevel } from './env.ts';
import { logContext } from './log-context.ts';

/** An error for the log. A parser error is stripped of the quoted body, which may contain a password. */
function err(error: Error): object {
  const entry = pino.stdSerializers.err(error);
  return error instanceof SyntaxError ? { type: entry.type, message: 'Malformed input', code: 'SyntaxError' } : entry;
}

/** A log that writes one JSON object per line, each with its request or job. */
export function createLog(destination: pino.DestinationStream = pino.destination(1)): pino.Logger {
  const formatters = { level: (level: string) => ({ level }) };
  return pino(
    {
      level: logLevel(),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters,
      mixin: logContext,
      serializers: { err },
    },
    destination,
  );
}

/** The log of this process, on standard output. Writes are synchronous, so that a dying process keeps its last lines. */
export const log = createLog();
