import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { isOfIncident, links, type SingleLinkName } from '#lib/record/link.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { refOf, type SourceNumber } from './source-ref.ts';

/** What has related records: a case, and an incident in its turn (INC-7). */
export type Source = Case | Incident;

/** REL-16 · Locks the case or the incident of a link, which the actor may see. */
export function lockSource(context: CommandContext, of: SourceNumber): Promise<Source> {
  const { kind, number } = refOf(of);
  return kind === 'case' ? lockRecord(context, 'case', number) : lockRecord(context, 'incident', number);
}

/** The id of the record that it has in the field of a link; null if it has none, or no such field. */
export function recordIn(source: Source, link: SingleLinkName): string | null {
  if (source.kind === 'case') return source[links[link].field];
  return isOfIncident(link) ? source[links[link].field] : null;
}
