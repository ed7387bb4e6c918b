import { definitions } from '#lib/kinds/definitions.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { type LinkName, links } from '#lib/record/link.ts';
import type { RelatedRow } from './queries/record-frame.ts';
import type { RelatedGroup } from './related-view.ts';

/** A related record of a similar case; only its number if the actor may not read it. */
export type SimilarRecord = {
  link: LinkName;
  label: string;
  number: string;
  seen: { href: string; state: StateShown } | null;
  /** Whether it can also be associated with the case on the page. */
  mayAssociate: boolean;
};

/** REL-18 · A case that resembles the one on the page, with the reasons and its related records. */
export type SimilarCase = {
  number: string;
  href: string;
  title: string;
  state: StateShown;
  reasons: string[];
  related: SimilarRecord[];
};

/** REL-10 · Associate takes an open record, if the field is empty and may be filled. */
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

/** A similar case beside the Related Records of the page's case; records without a field there are omitted (REL-3). */
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
