import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { isOfIncident, links, type SingleLinkName } from '#lib/record/link.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { refOf, type SourceNumber } from './source-ref.ts';

/** A record that has related records: a case, or an incident (INC-7). */
export type Source = Case | Incident;

/** REL-16 · Locks the case or incident of a link, which must be visible to the actor. */
export function lockSource(context: CommandContext, of: SourceNumber): Promise<Source> {
  const { kind, number } = refOf(of);
  return kind === 'case' ? lockRecord(context, 'case', number) : lockRecord(context, 'incident', number);
}

/** The id of the record in a link's field; null if it is empty or does not exist. */
export function recordIn(source: Source, link: SingleLinkName): string | null {
  if (source.kind === 'case') return source[links[link].field];
  return isOfIncident(link) ? source[links[link].field] : null;
}
