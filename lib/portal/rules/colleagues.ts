import { refuse } from '#lib/platform/refuse.ts';
import { type Refusal, refusalOf, type Verdict, yes } from '#lib/platform/verdict.ts';

/** POR-19 · The most colleagues of a case. */
const COLLEAGUES_AT_MOST = 20;

/** POR-19 · A person of another company gets the same refusal as an unknown person. */
export const colleagueIsUnknown = (field: string): Refusal =>
  refusalOf(refuse('POR-19', { key: 'colleague.unknown', params: {} }, field));

/** POR-19 · Refuses the contact, who sees the case already, and more colleagues than the limit. */
export function colleagueMayBeAdded(
  person: { id: string; name: string },
  contactId: string | null,
  others: number,
): Verdict {
  if (person.id === contactId)
    return refuse('POR-19', { key: 'colleague.owner', params: { name: person.name } }, 'email');
  if (others >= COLLEAGUES_AT_MOST)
    return refuse('POR-19', { key: 'colleague.full', params: { most: COLLEAGUES_AT_MOST } }, 'email');
  return yes;
}
