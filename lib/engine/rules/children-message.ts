import { counted } from '#lib/record/counted.ts';

type Affected = {
  updated: number;
  released: number;
  states: readonly { label: string; count: number }[];
  commented: boolean;
  emails: number;
  toCustomers: number;
  customers: number;
  customer: string | null;
};

const figure = (count: number) => count.toLocaleString('en');

const children = (count: number) => counted('case', count).replace('case', 'child case');

/** SYNC-MAJ-1 · How many child cases a composer updates, before its content is known; empty if none. */
export const childrenUpdatedMessage = (count: number) => (count === 0 ? '' : `This updates ${children(count)}.`);

const becomes = ({ label, count }: Affected['states'][number]) =>
  `${figure(count)} become${count === 1 ? 's' : ''} ${label}.`;

/** MAIL-10 · How many customers are emailed. A single one is named. */
function customersEmailed({ toCustomers, customers, customer }: Affected): string {
  const who = customers === 1 ? (customer ?? '1 customer') : `${figure(customers)} customers`;
  if (toCustomers > customers) return `This sends ${figure(toCustomers)} emails to ${who}.`;
  return customer ? `${customer} will be emailed.` : `This emails ${who}.`;
}

function emailsMessage(affected: Affected): string[] {
  const { commented, states, emails, toCustomers } = affected;
  const staff = emails - toCustomers;
  const concerns = commented || states.length > 0;
  return [
    ...(toCustomers > 0 ? [customersEmailed(affected)] : concerns ? ['No customer is emailed.'] : []),
    ...(staff > 0 ? [`${figure(staff)} ${staff === 1 ? 'email goes' : 'emails go'} to staff.`] : []),
  ];
}

/** MAJ-10 · How many child cases a major case releases when it is cancelled; empty if none. */
function releasedMessage(count: number): string {
  if (count === 0) return '';
  if (count === 1) return 'Its child case is released and becomes an independent case.';
  return `Its ${children(count)} are released and become independent cases.`;
}

const sentences = (parts: readonly string[]) => parts.filter(Boolean).join(' ');

/** SYNC-MAJ-1, MAJ-10 · How a change of a major case affects its children, with states and emails; empty if none changes. */
export const childUpdatesMessage = (affected: Affected): string =>
  sentences([childrenUpdatedMessage(affected.updated), childEffectsMessage(affected)]);

/** SYNC-MAJ-1, MAJ-10 · The same where the number of updated children is said already; empty if that is all. */
export function childEffectsMessage(affected: Affected): string {
  const { updated, released, states, commented } = affected;
  if (updated + released === 0) return '';
  return sentences([
    ...states.map(becomes),
    commented ? whoSees(updated, 'the comment') : '',
    ...(updated > 0 ? emailsMessage(affected) : []),
    releasedMessage(released),
  ]);
}

const whoSees = (count: number, what: string) =>
  count === 1 ? `Its customer sees ${what}.` : `Their customers see ${what}.`;

/** SYNC-MAJ-1 · The same for a comment that the children's customers see. */
export const childrenReadMessage = (count: number) => `${childrenUpdatedMessage(count)} ${whoSees(count, 'it')}`;

/** SYNC-MAJ-1, MAJ-10 · How a command affected child cases, and who was emailed about it. */
export function childrenAffectedMessage({ updated, released, customers, customer }: Affected): string {
  const who = customers === 1 ? (customer ?? '1 customer') : `${figure(customers)} customers`;
  return sentences([
    updated > 0 ? `${children(updated)} updated.` : '',
    released > 0 ? `${children(released)} released.` : '',
    customers > 0 ? `${who} emailed.` : '',
  ]);
}
