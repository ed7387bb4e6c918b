import { claimDueMails, recordDeliveries } from '#lib/mail/due-mails.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { approveCandidate } from '#lib/major-case/commands/approve-candidate.ts';
import { startRun } from '#lib/notify-customers/commands/start-run.ts';
import { messageRuns } from '#lib/notify-customers/run/message-runs.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { generateCases } from '#lib/proactive/commands/generate-cases.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import type { Names } from './names.ts';

/** More than the demonstration ever has waiting. */
const ALL_MAILS = 10_000;

/** Makes proactive cases of an incident for some accounts, and remembers each by its key. */
export async function generate(
  actor: Actor,
  number: string,
  of: readonly (readonly [account: string, as: string])[],
  names: Names,
): Promise<void> {
  const keys = new Map(of.map(([account, as]) => [names.id(`account ${account}`), as]));
  const customerIds = [...keys.keys()];
  const { cases } = await generateCases(actor, { kind: 'incident', number, of: 'accounts', customerIds });
  for (const { accountId, number: made } of cases) names.remember(keys.get(accountId ?? '') ?? made, made);
}

/** Writes to the customers of all cases of an incident; all of them are told at once. */
export async function notify(actor: Actor, number: string, text: string): Promise<void> {
  if (actor.id === null) throw new Error('Nobody writes to customers but a person.');
  await startRun({ ...actor, id: actor.id }, { kind: 'incident', number, text });
  await processRuns(system, messageRuns);
}

/** Approves a candidate, remembers the major case that is made of it by its key, and adds other cases to it. */
export async function approveMajor(
  actor: Actor,
  number: string,
  { as, children }: { as: string; children: readonly string[] },
  names: Names,
): Promise<void> {
  const major = await approveCandidate(actor, { number });
  names.remember(as, major.number);
  const caseNumbers = children.map((key) => names.number(key));
  const { leftOut } = await addChildren(actor, { number: major.number, caseNumbers });
  for (const { because } of leftOut) throw new Error(because);
}

/** The server of somebody's address takes no mail for it: the message that was sent has failed. The others wait as before. */
export async function bounce(userId: string, error: string): Promise<void> {
  const due = await claimDueMails(now(), ALL_MAILS);
  const tried = due.map((mail) => {
    const comesBack = mail.recipientId === userId && mail.event === 'notification';
    return {
      mail,
      delivery: comesBack
        ? ({ outcome: 'failed', error, refused: true, unreachable: true } as const)
        : ({ outcome: 'waits', error: '' } as const),
    };
  });
  await recordDeliveries(tried, now());
}
