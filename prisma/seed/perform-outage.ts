import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { claimDueMails, recordDeliveries } from '#lib/mail-out/due-mails.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { generateCases } from '#lib/proactive/commands/generate-cases.ts';
import { kindOfNumber } from '#lib/record/kind.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import type { Names } from './names.ts';

/** More emails than the demonstration ever has queued. */
const ALL_MAILS = 10_000;

/** Creates an incident's proactive cases for some accounts, and remembers each under its key. */
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

/** Sends a message to the customers of all cases of a record, and processes the run at once. */
export async function notify(actor: Actor, number: string, text: string): Promise<void> {
  const kind = kindOfNumber(number);
  if (actor.id === null || (kind !== 'incident' && kind !== 'case')) throw new Error(`Nobody writes to ${number}.`);
  await startRun({ ...actor, id: actor.id }, { kind, number, text });
  await processRuns(system, messageRuns);
}

/** A user's mail server rejects the address: the last message to it fails. The other emails stay queued. */
export async function bounce(userId: string, error: string): Promise<void> {
  const due = await claimDueMails(now(), ALL_MAILS);
  const last = due.findLast((mail) => mail.recipientId === userId && mail.event === 'notification');
  const tried = due.map((mail) => {
    const comesBack = mail === last;
    return {
      mail,
      delivery: comesBack
        ? ({ outcome: 'failed', error, refused: true, unreachable: true } as const)
        : ({ outcome: 'waits', error: '' } as const),
    };
  });
  await recordDeliveries(tried, now());
}
