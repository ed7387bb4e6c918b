import pino from 'pino';
import { logLevel } from './env.ts';
import { logContext } from './log-context.ts';

/** A fault; one of a parser without what it quotes of a body, which may hold a password. */
function err(error: Error): object {
  const entry = pino.stdSerializers.err(error);
  return error instanceof SyntaxError ? { type: entry.type, message: 'Malformed input', code: 'SyntaxError' } : entry;
}

/** A log that writes one JSON object per line, each with the request or job that it belongs to. */
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

/** The log of this process, on standard output, written at once, so that the last lines of a process that dies are there. */
export const log = createLog();
