import { refuse } from '#lib/platform/refuse.ts';
import { type Refusal, refusalOf, type Verdict, yes } from '#lib/platform/verdict.ts';

/** POR-19 · So many colleagues can be added to a case. */
const COLLEAGUES_AT_MOST = 20;

/** POR-19 · Somebody of another company is refused like somebody who does not exist. */
export const colleagueIsUnknown = (field: string): Refusal =>
  refusalOf(refuse('POR-19', { key: 'colleague.unknown', params: {} }, field));

/** POR-19 · The contact sees the case already, and a case has room for so many. */
export function mayBeAdded(person: { id: string; name: string }, contactId: string | null, others: number): Verdict {
  if (person.id === contactId)
    return refuse('POR-19', { key: 'colleague.owner', params: { name: person.name } }, 'email');
  if (others >= COLLEAGUES_AT_MOST)
    return refuse('POR-19', { key: 'colleague.full', params: { most: COLLEAGUES_AT_MOST } }, 'email');
  return yes;
}
