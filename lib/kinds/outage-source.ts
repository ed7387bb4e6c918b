import { type LinkName, linkNames, links } from '#lib/record/link.ts';

type SourceLink = { [Name in LinkName]: (typeof links)[Name] extends { hits: true } ? Name : never }[LinkName];

/** The kinds of records that hit customers, from which proactive cases are generated. */
export type SourceKind = (typeof links)[SourceLink]['kind'];

const sourceLinks = linkNames.filter((link): link is SourceLink => 'hits' in links[link]);

/** By which link the cases have such a record. */
export const linkOfSource = Object.fromEntries(sourceLinks.map((link) => [links[link].kind, link])) as Readonly<
  Record<SourceKind, SourceLink>
>;

export const sourceKinds = Object.keys(linkOfSource) as SourceKind[];

/** PRO-8 · A run is for accounts or for consumers, never for both. */
export type CustomerSort = 'accounts' | 'consumers';

/** PRO-1 · More than these are not selected one by one: a run for all of them takes any number. */
export const MOST_SELECTED = 10_000;
