import { readMail } from '#lib/mail-in/read-mail.ts';
import { receive } from '#lib/mail-in/receive.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { someone } from './desk.ts';

const FILE =
  '--b\r\nContent-Disposition: attachment; filename=router.log\r\nContent-Type: text/plain\r\n\r\nline down\r\n--b--\r\n';

interface Stranger {
  /** As it stands in the mail: a name and an address, or an address alone. */
  from?: string;
  /** Whether a file comes with it. */
  withFile?: boolean;
}

/** A mail of somebody whom nobody knows, taken in as from outside; the id. */
export async function aStrangersMail(
  subject: string,
  { from = 'Sam Stranger <sam@elsewhere.example>', withFile = false }: Stranger = {},
): Promise<string> {
  await someone('agent@casebridge.test');
  const head = `From: ${from}\r\nTo: support@casebridge.local\r\nSubject: ${subject}\r\n`;
  const text = 'The line is down since Monday.\r\n';
  const body = withFile
    ? `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}${FILE}`
    : `\r\n${text}`;
  const { id } = await receive(Buffer.from(`${head}${body}`), { source: 'smtp' });
  await readMail(system, { id });
  return id;
}

/** The case that a mail was filed to first or has opened. */
export async function caseOfMail(id: string): Promise<string> {
  const { taskId } = await db().incomingMail.findUniqueOrThrow({ where: { id } });
  return (await db().task.findUniqueOrThrow({ where: { id: taskId ?? '' } })).number;
}
