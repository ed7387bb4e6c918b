import { definitions } from '#lib/kinds/definitions.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { type LinkName, links } from '#lib/record/link.ts';
import type { RelatedRow } from './queries/record-frame.ts';
import type { RelatedGroup } from './related-view.ts';

/** A related record of a similar case; of one that may not be read only the number. */
export type SimilarRecord = {
  link: LinkName;
  label: string;
  number: string;
  seen: { href: string; state: StateShown } | null;
  /** It can be associated with the case on the page, too. */
  mayAssociate: boolean;
};

/** REL-18 · A case that resembles the one on the page, in what, and what it is related to. */
export type SimilarCase = {
  number: string;
  href: string;
  title: string;
  state: StateShown;
  reasons: string[];
  related: SimilarRecord[];
};

/** REL-10 · What Associate takes: an open record, for a field that is empty and may be filled. */
function similarRecord(row: RelatedRow, own: RelatedGroup): SimilarRecord {
  const { link, kind, number } = row;
  const { label } = links[link];
  if (!row.readable) return { link, label, number, seen: null, mayAssociate: false };
  const isOpen = definitions[kind].states[row.state]?.phase === 'open';
  const hasRoom = own.record === null && own.because === null;
  const seen = { href: pathOfNumber(number), state: stateShown(kind, row.state) };
  return { link, label, number, seen, mayAssociate: isOpen && hasRoom };
}

export type SimilarRow = { number: string; title: string; state: string; reasons: string[]; related: RelatedRow[] };

/** A similar case as the page shows it beside the Related Records of its own case; what that has no field for is left out (REL-3). */
export function similarCase({ number, state, related, ...row }: SimilarRow, own: readonly RelatedGroup[]): SimilarCase {
  const ownOf = new Map(own.map((group) => [group.link, group]));
  return {
    ...row,
    number,
    href: pathOfNumber(number),
    state: stateShown('case', state),
    related: related.flatMap((record) => {
      const group = ownOf.get(record.link);
      return group ? [similarRecord(record, group)] : [];
    }),
  };
}
