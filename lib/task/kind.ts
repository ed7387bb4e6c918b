import type { Prisma } from '#lib/platform/generated/prisma/client.ts';

/** Names of a kind: on screen, in its numbers and addresses, in the code of the database and outside. */
type KindNames = {
  label: string;
  plural: string;
  prefix: string;
  path: string;
  icon: string;
  /** The letter that leads to its list after `g`. */
  shortcut?: string;
  model: Prisma.ModelName;
  external: string;
  /** Created by ordering from the catalog, not with a form. */
  createdByOrder?: true;
  /** The record that it is part of: found through it, locked after it, written of together with it. */
  partOf?: { kind: string; field: string };
};

/** The kinds of task. A kind differs from another by its definition, its rules and its rows in tables. */
const kinds = {
  case: {
    label: 'Case',
    plural: 'Cases',
    prefix: 'CS',
    path: 'cases',
    icon: 'file-text',
    shortcut: 'c',
    model: 'Case',
    external: 'sn_customerservice_case',
  },
  incident: {
    label: 'Incident',
    plural: 'Incidents',
    prefix: 'INC',
    path: 'incidents',
    icon: 'triangle-alert',
    shortcut: 'i',
    model: 'Incident',
    external: 'incident',
  },
  problem: {
    label: 'Problem',
    plural: 'Problems',
    prefix: 'PRB',
    path: 'problems',
    icon: 'bug',
    shortcut: 'p',
    model: 'Problem',
    external: 'problem',
  },
  change: {
    label: 'Change request',
    plural: 'Changes',
    prefix: 'CHG',
    path: 'changes',
    icon: 'git-pull-request-arrow',
    shortcut: 'h',
    model: 'Change',
    external: 'change_request',
  },
  request: {
    label: 'Request',
    plural: 'Requests',
    prefix: 'REQ',
    path: 'requests',
    icon: 'shopping-cart',
    shortcut: 'r',
    model: 'Request',
    external: 'sc_request',
    createdByOrder: true,
  },
  requested_item: {
    label: 'Requested item',
    plural: 'Requested items',
    prefix: 'RITM',
    path: 'requested-items',
    icon: 'package-open',
    model: 'RequestedItem',
    external: 'sc_req_item',
    partOf: { kind: 'request', field: 'requestId' },
  },
} as const satisfies Record<string, KindNames>;

export type TaskKind = keyof typeof kinds;

/** The model of the row that a kind has beside its row in `tasks`. */
export type ModelOf<K extends TaskKind> = (typeof kinds)[K]['model'];

type Kind = Omit<KindNames, 'icon' | 'partOf'> & {
  icon: (typeof kinds)[TaskKind]['icon'];
  partOf?: { kind: TaskKind; field: string };
};

export const taskKinds: Readonly<Record<TaskKind, Kind>> = kinds;

export const taskKindNames = Object.keys(taskKinds) as TaskKind[];

/** The kind that a number speaks of, by its prefix: CS0001001 is a case. Null for anything else. */
export function kindOfNumber(number: string): TaskKind | null {
  const prefix = /^([A-Z]+)\d{7,}$/.exec(number)?.[1];
  return taskKindNames.find((kind) => taskKinds[kind].prefix === prefix) ?? null;
}

/** The kind whose list stands under /workspace/PATH. */
export function kindOfPath(path: string): TaskKind | null {
  return taskKindNames.find((kind) => taskKinds[kind].path === path) ?? null;
}

/** Where the record's page is. */
export function pathOfNumber(number: string): string {
  const kind = kindOfNumber(number);
  return kind ? `/workspace/${taskKinds[kind].path}/${number}` : `/go/${number}`;
}
