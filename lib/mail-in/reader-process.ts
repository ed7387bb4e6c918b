// A process of its own, in which mails are read: one that was made to keep a server busy keeps busy nobody else.
import { parseMail } from './parse-mail.ts';

// Who started it says when it ends, and ends it when it is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('message', (raw: Uint8Array) => void parseMail(raw).then((mail) => process.send?.(mail)));
