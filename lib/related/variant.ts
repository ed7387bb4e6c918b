import { type OrderedKind, taskKinds } from '#lib/record/kind.ts';
import { type LinkName, linkNames, links } from '#lib/record/link.ts';

type MadeLink = { [Name in LinkName]: (typeof links)[Name]['kind'] extends OrderedKind ? never : Name }[LinkName];

/** What a dialog can create from a case; other records are ordered from the catalog. */
export type Variant = (typeof links)[MadeLink]['creates'][number]['variant'];

const isMade = (link: LinkName): link is MadeLink => !taskKinds[links[link].kind].createdByOrder;

const made = linkNames.filter(isMade).flatMap((link) => links[link].creates.map(({ variant }) => ({ variant, link })));

export const variants = made.map(({ variant }) => variant) as [Variant, ...Variant[]];

type IncidentVariant = Extract<(typeof links)[LinkName]['creates'][number], { ofIncident: true }>['variant'];

/** INC-7 · What can be created from an incident. */
export const incidentVariants = linkNames.flatMap((link) =>
  links[link].creates.flatMap((each) => ('ofIncident' in each ? [each.variant] : [])),
) as [IncidentVariant, ...IncidentVariant[]];

export const isMadeFromIncident = (variant: Variant): variant is IncidentVariant =>
  incidentVariants.some((each) => each === variant);

/** The link by which the case gets the new record. */
export const linkOfVariant = Object.fromEntries(made.map(({ variant, link }) => [variant, link])) as Readonly<
  Record<Variant, LinkName>
>;
