import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { type LinkName, links, singleLinksOf } from '#lib/record/link.ts';
import { mayRelate } from '#lib/related/rules/may-relate.ts';
import type { Source } from '#lib/related/source.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import type { RelatedRow } from './queries/record-frame.ts';

/** A group of Related Records: the record in it, or null. */
export type RelatedGroup = {
  link: LinkName;
  label: string;
  record: { id: string; number: string; seen: Seen | null } | null;
  /** REL-2 · Why nothing can be associated now. */
  because: string | null;
};

/** The shown fields of a record that the actor may read. */
export type Seen = {
  href: string;
  title: string;
  state: StateShown;
  priority: PriorityShown;
  updatedAt: string;
};

function seenOf(row: RelatedRow): Seen | null {
  if (!row.readable) return null;
  return {
    href: pathOfNumber(row.number),
    title: row.title,
    state: stateShown(row.kind, row.state),
    priority: priorityShown(row.priority),
    updatedAt: row.updatedAt,
  };
}

/** REL-5, INC-7 · The Related Records of a case or an incident; groups of integrations that are off are hidden (REL-3). */
export function relatedGroups(
  rows: readonly RelatedRow[],
  source: Source,
  actor: Actor,
  settings: Settings,
): RelatedGroup[] {
  return singleLinksOf(source.kind)
    .filter((link) => isIntegrated(settings, links[link].integration))
    .map((link) => {
      const row = rows.find((each) => each.link === link);
      const record = row ? { id: row.id, number: row.number, seen: seenOf(row) } : null;
      const verdict = mayRelate(actor, source, 'associate', link, settings);
      return { link, label: links[link].label, record, because: record || verdict.ok ? null : verdict.because };
    });
}
