import { syncRules } from '#lib/sync/rules.ts';

/** Rules that write entries but are not business rules. They can't be turned off. */
const others: Readonly<Record<string, string>> = {
  'INC-1': "Ask the case's agent",
  'INC-7': 'Resolve child incidents',
  'MAJ-2': 'Approve Major Case Candidate',
  'MAJ-10': 'Cancel a major case',
  'PRO-1': 'Generate Proactive Cases',
  'REL-5': 'Create from a case',
  'REL-11': 'Associate',
  'REL-12': 'Remove',
  'SYNC-7': 'Undo',
};

/** SYNC-6 · The rules that appear in the ledger, with their names. */
export const ledgerRules: readonly { id: string; name: string }[] = [
  ...syncRules.map(({ id, name }) => ({ id, name })),
  ...['INC-7', 'MAJ-10', 'SYNC-7'].map((id) => ({ id, name: others[id] ?? id })),
];

/** SYNC-6 · The rules whose entries a record received from another: those of the ledger, and changes of its links. */
export const receivedRuleIds: readonly string[] = [...ledgerRules.map(({ id }) => id), 'REL-5', 'REL-11', 'REL-12'];

const businessRules = new Map(syncRules.map(({ id, name }) => [id, name]));

/** Sync rule updates that report a new state or hold of the other record, or explain it. */
const moves = new Set([
  'state changes',
  'hold reasons',
  'holds',
  'releases from hold',
  'resolution',
  'closure',
  'outcome',
]);

const movingRules = new Set(syncRules.filter(({ updates }) => moves.has(updates)).map(({ id }) => id));

/** REC-2 · Whether a rule's entries report that a related record changed its state or hold. */
export const saysMove = (rule: string) => movingRules.has(rule);

/** SYNC-4 · A rule as *Why is this here?* shows it. Administrators get a link to its switch. */
export function ruleNamed(id: string, isAdministrator: boolean): { id: string; name: string; href?: string } {
  const name = businessRules.get(id) ?? others[id] ?? id;
  return { id, name, ...(isAdministrator && businessRules.has(id) ? { href: `/admin/business-rules#${id}` } : {}) };
}
