// A separate process that parses emails, so that a malicious email cannot block any other process.
import type { ReaderTask } from './mail-reader.ts';
import { withMaskedTokens } from './masked-mail.ts';
import { parseMail } from './parse-mail.ts';

// Signals are ignored: the parent process ends this one. It also ends when the parent is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('message', ({ what, raw }: ReaderTask) => {
  if (what === 'mask') process.send?.(withMaskedTokens(raw));
  else void parseMail(raw).then((mail) => process.send?.(mail));
});
