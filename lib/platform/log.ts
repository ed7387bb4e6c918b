import pino from 'pino';
import { logLevel } from './env.ts';
import { logContext } from './log-context.ts';

/** A log that writes one JSON object per line, each with the request or job that it belongs to. */
export function createLog(destination: pino.DestinationStream = pino.destination(1)): pino.Logger {
  const formatters = { level: (level: string) => ({ level }) };
  return pino(
    { level: logLevel(), timestamp: pino.stdTimeFunctions.isoTime, formatters, mixin: logContext },
    destination,
  );
}

/** The log of this process, on standard output, written at once, so that the last lines of a process that dies are there. */
export const log = createLog();
