import type { TaskKind } from '#lib/record/kind.ts';
import { isOfIncident, type LinkName, type SourceKind } from '#lib/record/link.ts';
import type { CreateDraftQuery, CreateRelated, Relate } from './schema.ts';
import { isCreatedFromIncident, type Variant } from './variant.ts';

/** How a command identifies a record that has related records. */
export type SourceNumber =
  | { from?: 'case' | undefined; caseNumber: string }
  | { from: 'incident'; incidentNumber: string };

/** The same by kind and number. */
export type SourceRef = { kind: SourceKind; number: string };

export const refOf = (of: SourceNumber): SourceRef =>
  of.from === 'incident' ? { kind: of.from, number: of.incidentNumber } : { kind: 'case', number: of.caseNumber };

/** The input of a command that links a record or removes it. */
export function relating({ kind, number: own }: SourceRef, link: LinkName, number: string): Relate {
  return kind === 'incident' && isOfIncident(link)
    ? { from: kind, incidentNumber: own, link, number }
    : { caseNumber: own, link, number };
}

/** The input of a command that creates a record from the source. */
export function creating(
  { kind, number }: SourceRef,
  variant: Variant,
  values: CreateRelated['values'],
): CreateRelated {
  return kind === 'incident' && isCreatedFromIncident(variant)
    ? { from: kind, incidentNumber: number, variant, values }
    : { caseNumber: number, variant, values };
}

/** REL-17 · The query for the initial content of its dialog. */
export function draftOf({ kind, number }: SourceRef, variant: CreateDraftQuery['variant']): CreateDraftQuery {
  return kind === 'incident' && isCreatedFromIncident(variant)
    ? { incident: number, variant }
    : { case: number, variant };
}

/** The record of a page as a source; only cases and incidents have related records. */
export const sourceOf = ({ kind, number }: { kind: TaskKind; number: string }): SourceRef => ({
  kind: kind === 'incident' ? kind : 'case',
  number,
});
