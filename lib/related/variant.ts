import { type Creates, type LinkName, linkNames, links } from './link.ts';

/** What can be made from a case with a dialog; requests are ordered from the catalog instead. */
export type Variant = Exclude<Creates, 'request'>;

const all = linkNames.flatMap((link) => links[link].creates.map(({ variant }) => ({ variant, link })));

const isVariant = (each: { variant: Creates; link: LinkName }): each is { variant: Variant; link: LinkName } =>
  each.variant !== 'request';

const made = all.filter(isVariant);

export const variants = made.map(({ variant }) => variant) as [Variant, ...Variant[]];

/** By which link the case gets the new record. */
export const linkOfVariant = Object.fromEntries(made.map(({ variant, link }) => [variant, link])) as Readonly<
  Record<Variant, LinkName>
>;
