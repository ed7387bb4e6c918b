import type { Actor, Person } from '#lib/platform/actor.ts';
import type { UserKind } from '#lib/platform/generated/prisma/client.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { maySeeAccounts, maySeeConsumers } from './customers.ts';
import { can, hasAnyRole, mayUseWorkspace } from './policy.ts';
import { staffGrants } from './staff-grants.ts';

const works = (actor: Actor) => taskKindNames.some((kind) => can(actor, 'edit', kind) || can(actor, 'create', kind));
const reads = (actor: Actor) => mayUseWorkspace(actor) && taskKindNames.some((kind) => can(actor, 'see', kind));
const nobody = () => false;

/** Every kind of record names its account; only users who work or read such cases may know whose case it is. */
const searches: Readonly<Record<ReferenceKind, (actor: Actor) => boolean>> = {
  account: reads,
  contact: maySeeAccounts,
  consumer: maySeeConsumers,
  /** Users who write records choose people, limited to those that they may name. */
  person: works,
  user: reads,
  group: reads,
  'approval-group': reads,
  'configuration-item': reads,
  product: reads,
  asset: reads,
  'install-base-item': reads,
  incident: (actor) => can(actor, 'see', 'incident'),
  problem: (actor) => can(actor, 'see', 'problem'),
  change: (actor) => can(actor, 'see', 'change'),
  article: reads,
  'change-template': (actor) => can(actor, 'create', 'change'),
  'catalog-category': (actor) => can(actor, 'create', 'request'),
  'catalog-item': (actor) => can(actor, 'create', 'request'),
  /** The map's own page sets it. */
  'field-map': nobody,
  /** Records are found by what the actor may see of each kind. */
  task: nobody,
};

/** ACC-15 · Users who change such records only within a case name no more people than in that case. */
const editsEverywhere = (actor: Actor, kind: TaskKind) => {
  const { everywhere } = staffGrants[kind];
  return can(actor, 'edit', kind) && (!everywhere || hasAnyRole(actor, everywhere));
};

/** Anybody can be a caller or the recipient of an order, so users who write these records may name customers too. */
const namesAnybody = (actor: Actor) =>
  taskKindNames.some((kind) => kind !== 'case' && (editsEverywhere(actor, kind) || can(actor, 'create', kind)));

/** ACC-6 · The kinds of people that the actor may name in a record. */
export function mayNameKinds(actor: Actor): UserKind[] {
  const anybody = namesAnybody(actor);
  return [
    'internal',
    ...(anybody || maySeeAccounts(actor) ? ['contact' as const] : []),
    ...(anybody || maySeeConsumers(actor) ? ['consumer' as const] : []),
  ];
}

/** ACC-6 · Whether the actor may name this person; other people are treated as unknown. Actors may name themselves. */
export function mayName(actor: Actor, person: Person): boolean {
  return person.id === actor.id || mayNameKinds(actor).includes(person.kind === 'staff' ? 'internal' : person.kind);
}

/** ACC-6 · Whether the actor may use the type-ahead of this reference. */
export function maySearch(actor: Actor, kind: ReferenceKind): boolean {
  return searches[kind](actor);
}
