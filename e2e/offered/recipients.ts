import { addRecipients } from '#lib/affected-customers/commands/add-recipients.ts';
import { clearList } from '#lib/affected-customers/commands/clear-list.ts';
import { createChildCases } from '#lib/affected-customers/commands/create-child-cases.ts';
import { importRecipients } from '#lib/affected-customers/commands/import-recipients.ts';
import { refreshRecipients } from '#lib/affected-customers/commands/refresh-recipients.ts';
import { removeRecipient } from '#lib/affected-customers/commands/remove-recipient.ts';
import { resumeChildRun } from '#lib/affected-customers/commands/resume-run.ts';
import { saveCondition } from '#lib/affected-customers/commands/save-condition.ts';
import { setCommunication } from '#lib/affected-customers/commands/set-communication.ts';
import { stopChildRun } from '#lib/affected-customers/commands/stop-run.ts';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import { db } from '#lib/platform/db.ts';
import type { Buttons, Offered } from './press.ts';

/** The list on the page. */
function listAt(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://local');
  const of: CustomerSort = searchParams.get('of') === 'consumers' ? 'consumers' : 'accounts';
  return { number: pathname.split('/')[3] ?? '', of };
}

const condition = { match: 'all' as const, terms: [{ field: 'name' as const, operator: 'contains', value: 'a' }] };

const anybody = async (of: CustomerSort) =>
  of === 'accounts' ? db().account.findFirstOrThrow() : db().user.findFirstOrThrow({ where: { kind: 'consumer' } });

/** The recipient whose account the button names. */
async function rowOf({ address, name }: Offered) {
  const { number } = listAt(address);
  const [account] = await db().account.findMany({
    where: { name: name.replace(/^(Remove|Active Communication with) /, '') },
  });
  const { id } = await db().recipient.findFirstOrThrow({
    where: { accountId: account?.id ?? '', list: { majorCase: { task: { number } } } },
  });
  return id;
}

/** MAJ-5 · The buttons above and in a recipients list. */
export const recipientsButtons: Buttons = {
  '/workspace/[kind]/[number]/recipients': [
    [/^(Add by|Change) condition$/, ({ actor, address }) => saveCondition(actor, { ...listAt(address), condition })],
    [/^Upload CSV$/, ({ actor, address }) => importRecipients(actor, { ...listAt(address), text: 'Boxeo' })],
    [
      /^Add by hand$/,
      async ({ actor, address }) => {
        const list = listAt(address);
        return addRecipients(actor, { ...list, customerIds: [(await anybody(list.of)).id] });
      },
    ],
    [/^Refresh list$/, ({ actor, address }) => refreshRecipients(actor, listAt(address))],
    [/^Clear list$/, ({ actor, address }) => clearList(actor, listAt(address))],
    [
      /^Create Child Cases$/,
      ({ actor, address }) => createChildCases(actor, { ...listAt(address), comment: 'We know of it.' }),
    ],
    [/^Stop$/, ({ actor, address }) => stopChildRun(actor, listAt(address))],
    [/^Resume$/, ({ actor, address }) => resumeChildRun(actor, listAt(address))],
    [
      /^Remove /,
      async (offered) =>
        removeRecipient(offered.actor, { ...listAt(offered.address), recipientId: await rowOf(offered) }),
    ],
    [
      /^Active Communication with /,
      async (offered) =>
        setCommunication(offered.actor, {
          ...listAt(offered.address),
          recipientId: await rowOf(offered),
          active: false,
        }),
    ],
  ],
};
