import type { Prisma } from '#lib/platform/generated/prisma/client.ts';
import type { Language } from '#lib/words/languages.ts';
import type { ColumnName } from './column-name.ts';

/** The list options of a kind that differ from the default. */
type KindList = {
  /** The default columns. */
  columns?: readonly ColumnName[];
  /** The heading of the people column. */
  person?: string;
  /** Wide columns: for long state names, or for a group's whole name. */
  wide?: readonly ('state' | 'group')[];
};

/** The names of a kind: on screen, in numbers and URLs, in the database code and outside. */
type KindNames = {
  label: string;
  plural: string;
  /** The noun that emails use in the middle of a sentence. */
  noun: Readonly<Record<Language, string>>;
  /** What customers read in place of its number, and never longer than the number; absent: its noun. */
  inPlaceOfNumber?: string;
  prefix: string;
  path: string;
  icon: string;
  /** The shortcut to its list: this letter after `g`. */
  shortcut?: string;
  model: Prisma.ModelName;
  external: string;
  /** Created by ordering from the catalog, not with a form. */
  createdByOrder?: true;
  /** The parent record: used to find the part, locked before it, and updated together with it. */
  partOf?: { kind: string; field: string };
  list?: KindList;
};

/** The kinds of task. Kinds differ only by definition, rules and rows in tables. */
const kinds = {
  case: {
    label: 'Case',
    plural: 'Cases',
    noun: { en: 'case', ko: '케이스' },
    prefix: 'CS',
    path: 'cases',
    icon: 'file-text',
    shortcut: 'c',
    model: 'Case',
    external: 'sn_customerservice_case',
    list: { columns: ['title', 'priority', 'state', 'account', 'person', 'assignee', 'opened', 'updated'] },
  },
  incident: {
    label: 'Incident',
    plural: 'Incidents',
    noun: { en: 'incident', ko: '인시던트' },
    prefix: 'INC',
    path: 'incidents',
    icon: 'triangle-alert',
    shortcut: 'i',
    model: 'Incident',
    external: 'incident',
    list: {
      columns: ['title', 'priority', 'state', 'person', 'group', 'assignee', 'opened', 'updated'],
      person: 'Caller',
    },
  },
  problem: {
    label: 'Problem',
    plural: 'Problems',
    noun: { en: 'problem', ko: '문제' },
    prefix: 'PRB',
    path: 'problems',
    icon: 'bug',
    shortcut: 'p',
    model: 'Problem',
    external: 'problem',
    list: { wide: ['state', 'group'] },
  },
  change: {
    label: 'Change request',
    plural: 'Changes',
    noun: { en: 'change request', ko: '변경 요청' },
    inPlaceOfNumber: 'change',
    prefix: 'CHG',
    path: 'changes',
    icon: 'git-pull-request-arrow',
    shortcut: 'h',
    model: 'Change',
    external: 'change_request',
    list: { wide: ['group'] },
  },
  request: {
    label: 'Request',
    plural: 'Requests',
    noun: { en: 'request', ko: '요청' },
    prefix: 'REQ',
    path: 'requests',
    icon: 'shopping-cart',
    shortcut: 'r',
    model: 'Request',
    external: 'sc_request',
    createdByOrder: true,
    list: {
      columns: ['title', 'state', 'person', 'account', 'opened', 'updated'],
      person: 'Requested for',
      wide: ['state'],
    },
  },
  requested_item: {
    label: 'Requested item',
    plural: 'Requested items',
    noun: { en: 'requested item', ko: '요청 항목' },
    inPlaceOfNumber: 'item',
    prefix: 'RITM',
    path: 'requested-items',
    icon: 'package-open',
    model: 'RequestedItem',
    external: 'sc_req_item',
    partOf: { kind: 'request', field: 'requestId' },
    list: { columns: ['title', 'state', 'group', 'assignee', 'opened', 'updated'], wide: ['state', 'group'] },
  },
  work_order: {
    label: 'Work order',
    plural: 'Work orders',
    noun: { en: 'work order', ko: '작업 지시' },
    inPlaceOfNumber: 'order',
    prefix: 'WO',
    path: 'work-orders',
    icon: 'wrench',
    shortcut: 'w',
    model: 'WorkOrder',
    external: 'wm_order',
    list: {
      columns: ['title', 'priority', 'state', 'account', 'person', 'group', 'opened', 'updated'],
      person: 'Caller',
      wide: ['state'],
    },
  },
  work_order_task: {
    label: 'Work order task',
    plural: 'Work order tasks',
    noun: { en: 'work order task', ko: '작업' },
    inPlaceOfNumber: 'task',
    prefix: 'WOT',
    path: 'work-order-tasks',
    icon: 'wrench',
    model: 'WorkOrderTask',
    external: 'wm_task',
    partOf: { kind: 'work_order', field: 'workOrderId' },
    list: { wide: ['state'] },
  },
} as const satisfies Record<string, KindNames>;

export type TaskKind = keyof typeof kinds;

/** The list paths of the kinds that have a list: `cases`, `incidents`. */
export type KindPath = {
  [K in TaskKind]: (typeof kinds)[K] extends { partOf: object } ? never : (typeof kinds)[K]['path'];
}[TaskKind];

/** The kinds that are ordered from the catalog. */
export type OrderedKind = {
  [K in TaskKind]: (typeof kinds)[K] extends { createdByOrder: true } ? K : never;
}[TaskKind];

/** The model of the row that a kind has beside its row in `tasks`. */
export type ModelOf<K extends TaskKind> = (typeof kinds)[K]['model'];

type Kind = Omit<KindNames, 'icon' | 'partOf'> & {
  icon: (typeof kinds)[TaskKind]['icon'];
  partOf?: { kind: TaskKind; field: string };
};

export const taskKinds: Readonly<Record<TaskKind, Kind>> = kinds;

export const taskKindNames = Object.keys(taskKinds) as TaskKind[];

/** The kinds without a parent, which can be found by search. */
export const topLevelKindNames = taskKindNames.filter((kind) => !taskKinds[kind].partOf);

/** A kind and the kinds of its parts. */
export const withParts = (kind: TaskKind): TaskKind[] =>
  taskKindNames.filter((each) => each === kind || taskKinds[each].partOf?.kind === kind);

/** The kind of a number, by its prefix: CS0001001 is a case. Null for anything else. */
export function kindOfNumber(number: string): TaskKind | null {
  const prefix = /^([A-Z]+)\d{7,}$/.exec(number)?.[1];
  return taskKindNames.find((kind) => taskKinds[kind].prefix === prefix) ?? null;
}

/** The kind whose list has the path /workspace/PATH. */
export function kindOfPath(path: string): TaskKind | null {
  return taskKindNames.find((kind) => taskKinds[kind].path === path) ?? null;
}

/** The path of the record's page. */
export function pathOfNumber(number: string): string {
  const kind = kindOfNumber(number);
  return kind ? `/workspace/${taskKinds[kind].path}/${number}` : `/go/${number}`;
}
