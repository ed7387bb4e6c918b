import { type IncidentLinkName, incidentLinkNames, type LinkName, linkNames, links } from '#lib/record/link.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { isActive } from './plan.ts';
import type { SyncRule } from './rule.ts';
import { syncRules } from './rules.ts';

/** Updates sent along a link, by name in table order; empty if no rule is active. */
export type LinkUpdates = {
  /** INC-7 · The record with the links; absent: a case. */
  of?: 'case' | 'incident';
  /** Updates sent to the case, or to the incident that has the record. */
  toCase: readonly string[];
  toRecord: readonly string[];
  /** SYNC-INC-5 · Proactive cases are resolved with the record, and their customers informed. */
  resolves: boolean;
  /** SYNC-WO-1 · Only the record's creation is sent, no later updates. */
  creation: boolean;
};

const updatesOf = (rules: readonly SyncRule[]) => [...new Set(rules.map(({ updates }) => updates))];

/**
 * REL-19 · What the active rules for a link will write into the case, and from the case into the record. The case may not be
 * known yet.
 */
export function linkUpdates(link: LinkName, settings: Settings, mayBeProactive = true): LinkUpdates {
  const all = syncRules.filter((rule) => isActive(rule, settings));
  const active = all.filter((rule) => rule.on !== 'created');
  const creation = all.some(({ targets }) => targets.some((to) => to.to === 'its case' && to.link === link));
  const toCases = active.filter(({ targets }) => targets.some((to) => to.to === 'cases' && to.links.includes(link)));
  const toRecord = active.filter(({ targets }) => targets.some((to) => to.to === 'record' && to.link === link));
  const resolving = active.filter(({ targets }) => targets.some(({ to }) => to === 'proactive cases'));
  const resolves = mayBeProactive && resolving.some(({ sources }) => sources.includes(links[link].kind));
  return { toCase: updatesOf(toCases), toRecord: updatesOf(toRecord), resolves, creation };
}

/** REL-19 · The same for all links of a case. */
export function updatesByLink(settings: Settings, isProactive: boolean): Record<LinkName, LinkUpdates> {
  const all = linkNames.map((link) => [link, linkUpdates(link, settings, isProactive)] as const);
  return Object.fromEntries(all) as Record<LinkName, LinkUpdates>;
}

/** INC-7 · What an incident receives along each of its links: what its problem communicates. */
export function updatesOfIncident(settings: Settings): Record<IncidentLinkName, LinkUpdates> {
  const incidentRules = syncRules.filter(
    (rule) => isActive(rule, settings) && rule.targets.some(({ to }) => to === 'incidents of the problem'),
  );
  const of = (link: IncidentLinkName): LinkUpdates => ({
    of: 'incident',
    toCase: updatesOf(incidentRules.filter(({ sources }) => sources.includes(links[link].kind))),
    toRecord: [],
    resolves: false,
    creation: false,
  });
  const all = incidentLinkNames.map((link) => [link, of(link)] as const);
  return Object.fromEntries(all) as Record<IncidentLinkName, LinkUpdates>;
}
