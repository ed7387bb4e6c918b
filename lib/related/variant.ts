import { type OrderedKind, taskKinds } from '#lib/record/kind.ts';
import { type LinkName, linkNames, links } from '#lib/record/link.ts';

type CreatableLink = { [Name in LinkName]: (typeof links)[Name]['kind'] extends OrderedKind ? never : Name }[LinkName];

/** What a dialog can create from a case; other records are ordered from the catalog. */
export type Variant = (typeof links)[CreatableLink]['creates'][number]['variant'];

const isCreatable = (link: LinkName): link is CreatableLink => !taskKinds[links[link].kind].createdByOrder;

const creatable = linkNames
  .filter(isCreatable)
  .flatMap((link) => links[link].creates.map(({ variant }) => ({ variant, link })));

export const variants = creatable.map(({ variant }) => variant) as [Variant, ...Variant[]];

type IncidentVariant = Extract<(typeof links)[LinkName]['creates'][number], { ofIncident: true }>['variant'];

/** INC-7 · What can be created from an incident. */
export const incidentVariants = linkNames.flatMap((link) =>
  links[link].creates.flatMap((each) => ('ofIncident' in each ? [each.variant] : [])),
) as [IncidentVariant, ...IncidentVariant[]];

export const isCreatedFromIncident = (variant: Variant): variant is IncidentVariant =>
  incidentVariants.some((each) => each === variant);

/** The link by which the case gets the new record. */
export const linkOfVariant = Object.fromEntries(creatable.map(({ variant, link }) => [variant, link])) as Readonly<
  Record<Variant, LinkName>
>;
