import type { IntegrationId } from '#lib/integration/integrations.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { LinkName, SingleLinkName } from '#lib/related/link.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { TaskEvent } from './event.ts';

export type EventOf<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

/** Where a rule's lines go: work notes of every open case that has the record; the record of the case; incidents. */
export type Target =
  | { to: 'cases'; links: readonly LinkName[] }
  | { to: 'record'; link: SingleLinkName; as: 'comment' | 'work_note' }
  | { to: 'incidents of the problem' };

/** Every case that has the record in one of these fields. */
export const casesOf = (...links: LinkName[]): Target => ({ to: 'cases', links });

/** The record that the case has in this field. */
export const recordOf = (link: SingleLinkName, as: 'comment' | 'work_note'): Target => ({ to: 'record', link, as });

/** A row of chapter 3: what happens to a record of `source`, told where, in which words. No lines: nothing to tell. */
export type SyncRule = {
  id: string;
  name: string;
  sources: readonly TaskKind[];
  integration: IntegrationId;
  when: string;
  does: string;
  targets: readonly Target[];
  offByDefault?: true;
  /** A property that has to be true besides the rule. */
  needs?: (settings: Settings) => boolean;
} & {
  [T in 'updated' | 'commented' | 'communicated' | 'documented' | 'closed']: {
    on: T;
    lines: (event: EventOf<T>) => string[];
  };
}['updated' | 'commented' | 'communicated' | 'documented' | 'closed'];
