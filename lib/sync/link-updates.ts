import type { Settings } from '#lib/property/settings.ts';
import { type LinkName, linkNames } from '#lib/related/link.ts';
import { isActive } from './plan.ts';
import type { SyncRule } from './rule.ts';
import { syncRules } from './rules.ts';

/** What is told along a link, by name and in the order of the table; nothing where no rule is active. */
export type LinkUpdates = { toCase: readonly string[]; toRecord: readonly string[] };

const updatesOf = (rules: readonly SyncRule[]) => [...new Set(rules.map(({ updates }) => updates))];

/** REL-19 · What the rules that are active and exist for a link write from then on into the case, and from it into the record. */
export function linkUpdates(link: LinkName, settings: Settings): LinkUpdates {
  const active = syncRules.filter((rule) => rule.on !== 'created' && isActive(rule, settings));
  const toCases = active.filter(({ targets }) => targets.some((to) => to.to === 'cases' && to.links.includes(link)));
  const toRecord = active.filter(({ targets }) => targets.some((to) => to.to === 'record' && to.link === link));
  return { toCase: updatesOf(toCases), toRecord: updatesOf(toRecord) };
}

/** REL-19 · The same of all links of a case. */
export function updatesByLink(settings: Settings): Record<LinkName, LinkUpdates> {
  const all = linkNames.map((link) => [link, linkUpdates(link, settings)] as const);
  return Object.fromEntries(all) as Record<LinkName, LinkUpdates>;
}
