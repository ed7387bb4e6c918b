import { caseChannels } from '#lib/kinds/case/choices.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { links, waitingLinkNames } from '#lib/record/link.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { priorities } from '#lib/words/choice.ts';

/**
 * What a filter takes: some of a kind's choices, one referenced record, a text that matches the name of one, days, or a case
 * number. `of`: the only kind whose list has the filter.
 */
export type ListFilter = { label: string; of?: TaskKind } & (
  | { type: 'choices' }
  | { type: 'reference'; target: ReferenceKind; words: Readonly<Record<string, string>> }
  | { type: 'days' }
  | { type: 'number' }
);

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The available filters, in the order of the chips. The names appear in the URL. */
export const listFilters = {
  state: { label: 'State', type: 'choices' },
  priority: { label: 'Priority', type: 'choices' },
  assigned: { label: 'Assigned to', type: 'reference', target: 'user', words: { me: 'Me', nobody: 'Nobody' } },
  group: {
    label: 'Assignment group',
    type: 'reference',
    target: 'group',
    words: { mine: 'My groups', none: 'No group' },
  },
  account: { label: 'Account', type: 'reference', target: 'account', words: {} },
  contact: { label: 'Contact', type: 'reference', target: 'contact', words: {} },
  consumer: { label: 'Consumer', type: 'reference', target: 'consumer', words: {} },
  item: { label: 'Configuration item', type: 'reference', target: 'configuration-item', words: {} },
  product: { label: 'Product', of: 'case', type: 'reference', target: 'product', words: {} },
  active: { label: 'Active', type: 'choices' },
  channel: { label: 'Channel', of: 'case', type: 'choices' },
  family: { label: 'Major case or child', of: 'case', type: 'choices' },
  opened: { label: 'Opened', type: 'days' },
  resolved: { label: 'Resolved', type: 'days' },
  answered: { label: 'Agent replied', of: 'case', type: 'choices' },
  solution: { label: 'Proposed solution', of: 'case', type: 'choices' },
  waits: { label: 'Waits on', of: 'case', type: 'choices' },
  major: { label: 'Major case', of: 'case', type: 'number' },
} as const satisfies Record<string, ListFilter>;

export type FilterName = keyof typeof listFilters;

export const filterNames = Object.keys(listFilters) as FilterName[];

/** Cases by their role in major cases. */
const families = [
  { value: 'major', label: 'Major case' },
  { value: 'child', label: 'Child case' },
  { value: 'other', label: 'Neither' },
] as const;

export type Family = (typeof families)[number]['value'];

/** DASH-1 · The related records that a case can wait for. */
const waitingLinks = waitingLinkNames.map((value) => ({ value, label: links[value].label }));

/** CASE-11 · Whom a proposed solution waits for: an agent, once the customer has commented, else the customer. */
const solutions = [
  { value: 'answered', label: 'Answered' },
  { value: 'waiting', label: 'Waiting for the customer' },
];

/** The choices of a filter in a kind's list; none for a filter by reference. */
export function choicesOf(kind: TaskKind, name: FilterName): readonly { value: string; label: string }[] {
  if (name === 'state') return Object.entries(definitions[kind].states).map(([value, { label }]) => ({ value, label }));
  if (name === 'priority') return priorities;
  if (name === 'solution') return solutions;
  if (name === 'waits') return waitingLinks;
  if (name === 'family') return families;
  if (name === 'channel') return caseChannels;
  return name === 'active' || name === 'answered' ? yesNo : [];
}
