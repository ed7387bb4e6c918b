import { readMail } from '#lib/mail-in/read-mail.ts';
import { receive } from '#lib/mail-in/receive.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { someone } from './desk.ts';

const FILE =
  '--b\r\nContent-Disposition: attachment; filename=router.log\r\nContent-Type: text/plain\r\n\r\nline down\r\n--b--\r\n';

interface UnknownSender {
  /** The sender in the email's header: a name and an address, or only an address. */
  from?: string;
  /** Whether the email has an attachment. */
  withFile?: boolean;
}

/** Receives an email from an unknown sender as if from outside; returns its id. */
export async function aMailFromUnknownSender(
  subject: string,
  { from = 'Sam Stranger <sam@elsewhere.example>', withFile = false }: UnknownSender = {},
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

/** The case to which an email was first filed, or which it opened. */
export async function caseOfMail(id: string): Promise<string> {
  const { taskId } = await db().incomingMail.findUniqueOrThrow({ where: { id } });
  return (await db().task.findUniqueOrThrow({ where: { id: taskId ?? '' } })).number;
}
