// A process of its own, in which mails are read: one that was made to keep a server busy keeps busy nobody else.
import type { ReaderTask } from './mail-reader.ts';
import { withMaskedTokens } from './masked-mail.ts';
import { parseMail } from './parse-mail.ts';

// Who started it says when it ends, and ends it when it is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('message', ({ what, raw }: ReaderTask) => {
  if (what === 'mask') process.send?.(withMaskedTokens(raw));
  else void parseMail(raw).then((mail) => process.send?.(mail));
});
