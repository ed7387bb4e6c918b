import { asMailSender } from '#lib/access/mail-sender.ts';
import { can, mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { IncomingMail } from '#lib/platform/generated/prisma/client.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import { type Answered, answeredByHeaders, answeredByToken, withFollowUps } from './find-answered.ts';
import type { ParsedMail } from './parse-mail.ts';
import type { Automatic } from './rules/automatic.ts';
import { FEW_MAILS, type MailFacts } from './rules/judge-mail.ts';
import { isNoteOn, outOfOfficeSubject } from './rules/out-of-office.ts';
import { addressOf, isOwnAddress, tokensAmong } from './rules/recipients.ts';

type Sender = { id: string; isCustomer: boolean; isActive: boolean; actor: Person | null };

export type Gathered = {
  sender: Sender | null;
  /** The emails that it answers, by the token or else by its headers, newest first. */
  answered: Answered[];
  by: 'token' | 'headers';
  hasForeignToken: boolean;
  isToSupport: boolean;
};

/** The user with this address; the recipient of a token may answer, whatever their roles. */
async function senderOf(tx: Db, addresses: readonly string[], byToken: readonly Answered[]): Promise<Sender | null> {
  // Of several addresses the first known one: such an email waits, and only agents of that customer may open it (ACC-6).
  const known = await tx.user.findMany({ where: { email: { in: [...addresses] } } });
  const [user] = addresses.flatMap((address) => known.find(({ email }) => email === address) ?? []);
  if (!user) return null;
  const actor = user.active ? await actorOfUser(tx, user.id) : null;
  const isCustomer = user.audience === 'external';
  // A user with a workspace role counts as staff and cannot write by email, even if marked as external.
  const isRecipient = byToken.some(({ recipientId }) => recipientId === user.id);
  return {
    id: user.id,
    isCustomer: isCustomer && !(actor && mayUseWorkspace(actor)),
    isActive: user.active,
    actor: actor && isRecipient ? asMailSender(actor) : actor,
  };
}

/** The headers that tell who wrote an email, to whom, and what it answers. */
type Lines = Pick<ParsedMail, 'to' | 'answers'> & { from: readonly { address: string }[] };

/** MAIL-3 · Finds the sender of an email and what it answers. A number in the subject does not count. */
export async function gatherFacts(tx: Db, mail: Lines, settings: Settings): Promise<Gathered> {
  const tokens = tokensAmong(mail.to);
  const byToken = tokens.length > 0 ? await answeredByToken(tx, tokens) : [];
  const isByHeaders = byToken.length === 0 && mail.answers.length > 0;
  const answered = isByHeaders ? await answeredByHeaders(tx, mail.answers) : byToken;
  const addresses = mail.from.map(({ address }) => address);
  const support = addressOf(property(settings, 'mail.from'));
  return {
    sender: await senderOf(tx, addresses, byToken),
    answered: await withFollowUps(tx, answered),
    by: byToken.length > 0 ? 'token' : 'headers',
    hasForeignToken: tokens.length > 0 && byToken.length === 0,
    isToSupport: mail.to.includes(support),
  };
}

/** MAIL-6 · Whether our own email came back; ACC-6: and its record, so that only readers of the record open it. */
export async function ownMail(
  tx: Db,
  mail: ParsedMail,
  settings: Settings,
): Promise<{ answersId: string | null; taskId: string | null } | null> {
  const addresses = { from: property(settings, 'mail.from'), replyDomain: property(settings, 'mail.reply_domain') };
  const [name] = mail.header('message-id');
  const sent = name === undefined ? null : await tx.mail.findUnique({ where: { messageId: name.trim() } });
  if (!sent && !mail.from.some(({ address }) => isOwnAddress(address, addresses))) return null;
  return { answersId: sent?.id ?? null, taskId: sent?.taskId ?? null };
}

/** In days: out-of-office replies to older emails are not expected. */
const NOTED_WITHIN = 30;

/** MAIL-6 · Whether an out-of-office reply concerns an email of ours: it answers the email or repeats its subject. */
export async function isNoteToUs(tx: Db, mail: ParsedMail, { sender, answered }: Gathered): Promise<boolean> {
  const note = outOfOfficeSubject(mail.subject);
  if (note === null) return false;
  if (answered.some(({ mailId }) => mailId !== null) || mail.header('x-auto-response-suppress').length > 0) return true;
  if (!sender) return false;
  const since = new Date(now().getTime() - NOTED_WITHIN * 24 * 3_600_000);
  const sent = await tx.mail.findMany({
    where: { recipientId: sender.id, createdAt: { gt: since } },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: { subject: true },
  });
  return sent.some(({ subject }) => isNoteOn(note, subject));
}

/** MAIL-3 · Whether the actor may comment on a case: sees it and has the right to comment. */
export async function mayCommentOnCase(tx: Db, actor: Actor, taskId: string): Promise<boolean> {
  if (!can(actor, 'comment', 'case')) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from tasks t where t.id = ${taskId}::uuid and (${readableOf('case', actor)})`;
  return rows.length > 0;
}

type Read = { messageId: string; mail: ParsedMail; found: Gathered; automatic: Automatic | null };
type Arrived = Pick<IncomingMail, 'id' | 'receivedAt'>;

/** MAIL-6 · Emails from this sender to this case or the support address in the minutes before it, by time of receipt. */
async function countBefore(
  tx: Db,
  { id, receivedAt }: Arrived,
  address: string,
  taskId: string | null,
): Promise<number> {
  const since = new Date(receivedAt.getTime() - FEW_MAILS.minutes * 60_000);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from incoming_mails i left join mails m on m.id = i.answers_id
    where i.from_address = ${address} and i.received_at > ${since} and i.id <> ${id}::uuid
      and i.outcome in ('filed', 'opened_case', 'held_back')
      and case when ${taskId}::uuid is null then i.answers_id is null and (i.task_id is null or i.outcome = 'opened_case')
          else i.task_id = ${taskId}::uuid or m.task_id = ${taskId}::uuid end`;
  return row?.count ?? 0;
}

/** All facts that decide the outcome of an email. */
export async function factsOf(
  tx: Db,
  { messageId, mail, found, automatic, ...arrived }: Arrived & Read,
): Promise<Omit<MailFacts, 'verdict' | 'saysNothing'>> {
  const { sender, by, hasForeignToken, isToSupport } = found;
  const cases = found.answered.filter(({ kind }) => kind === 'case');
  const [first] = cases;
  const several = new Set(cases.map(({ number }) => number)).size > 1;
  const mayWrite = Boolean(first && sender?.actor && (await mayCommentOnCase(tx, sender.actor, first.taskId)));
  const answers = several
    ? 'many'
    : first
      ? { by, number: first.number, isClosed: ['closed', 'cancelled'].includes(first.state) }
      : found.answered.length > 0
        ? 'no case'
        : null;
  return {
    senders: mail.from.length,
    sender: sender && { isCustomer: sender.isCustomer, isActive: sender.isActive, mayWrite },
    answers,
    hasForeignToken,
    isToSupport,
    looksAutomatic: automatic && automatic.looks > 1 ? automatic.reason : null,
    isBeside: messageId.includes(' '),
    before: await countBefore(tx, arrived, mail.from[0]?.address ?? '', first?.taskId ?? null),
  };
}
