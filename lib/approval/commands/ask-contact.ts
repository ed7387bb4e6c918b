import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, no, Refusal, yes } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { affectedBy } from '../affected-contacts.ts';
import { changeWaitsForApproval, mayAskContact } from '../rules/may-ask-contact.ts';
import type { AskContact } from '../schema.ts';

/**
 * POR-7 · Requests approval from a contact of an affected account, in the current round. The contact's answer counts beside
 * those of the approvers. Returns the name of the contact.
 */
export function askContact(actor: Actor, { number, email }: AskContact): Promise<Outcome<string>> {
  return runCommand(actor, 'ask-contact', async (context) => {
    const change = await lockForUpdate(context, 'change', number);
    enforce(mayAskContact(actor));
    enforce(changeWaitsForApproval(change));

    const [contact] = await context.tx.$queryRaw<{ id: string; name: string }[]>`
      select u.id, u.name from users u where u.email = ${email.toLowerCase()} and ${affectedBy(change.id)} for key share of u`;
    if (!contact)
      throw new Refusal('POR-7', 'No contact of an affected customer has this address.', { field: 'email' });
    const inserted = await context.tx.$queryRaw<unknown[]>`
      insert into approvals (task_id, approver_id, stage, round, requested_at)
      select task_id, ${contact.id}::uuid, ${change.state}, max(round), ${context.at}
      from approvals where task_id = ${change.id}::uuid group by task_id
      on conflict do nothing returning id`;
    enforce(inserted.length > 0 ? yes : no('POR-7', `${contact.name} has already been asked.`, 'email'));

    context.events.push({ type: 'approval-asked', record: change });
    await updateRecord(context, 'change', change, change, { workNote: `Asked ${contact.name} for approval.` });
    return contact.name;
  });
}
