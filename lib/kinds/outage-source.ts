import { type LinkName, linkNames, links } from '#lib/record/link.ts';

type SourceLink = { [Name in LinkName]: (typeof links)[Name] extends { hits: true } ? Name : never }[LinkName];

/** The kinds of records that affect customers. Proactive cases are generated from them. */
export type SourceKind = (typeof links)[SourceLink]['kind'];

const sourceLinks = linkNames.filter((link): link is SourceLink => 'hits' in links[link]);

/** The link from a case to such a record. */
export const linkOfSource = Object.fromEntries(sourceLinks.map((link) => [links[link].kind, link])) as Readonly<
  Record<SourceKind, SourceLink>
>;

export const sourceKinds = Object.keys(linkOfSource) as SourceKind[];

/** PRO-8 · A run is for accounts or for consumers, never for both. */
export type CustomerSort = 'accounts' | 'consumers';

/** PRO-1 · The maximum of individually selected customers. A run for all customers has no limit. */
export const MAX_SELECTED = 10_000;
