import { canBeAssignedSome } from '#lib/access/assignable.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { addEntryToMany } from '#lib/list/add-entry-to-many.ts';
import { assignMany } from '#lib/list/assign-many.ts';
import { bulkChoices } from '#lib/list/bulk-choices.ts';
import { parseListQuery } from '#lib/list/list-query.ts';
import { listTasks } from '#lib/list/list-tasks.ts';
import { updateMany } from '#lib/list/update-many.ts';
import { watchMany } from '#lib/list/watch-many.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { rowEdit } from '#lib/record-page/row-edit.ts';
import type { Person } from './press.ts';

/** A row of a list that can be selected. */
export type Ticked = { kind: TaskKind; number: string; version: number; state: string; writable: boolean };

/** One row of a list's first page for each state, and for each state that the actor may only read. */
export async function oneOfEachState(actor: Person, kind: TaskKind): Promise<Ticked[]> {
  const { rows } = await listTasks(actor, parseListQuery(kind, {}));
  const byState = new Map(
    rows.map(({ number, version, state, writable }) => [
      `${state} ${writable}`,
      { kind, number, version, state, writable },
    ]),
  );
  return [...byState.values()];
}

type Attempt = readonly [what: string, attempt: () => Promise<unknown>];

/** Throws the refusal of a selection of one record. A confirmation question is not a refusal. */
async function taken(bulk: Promise<{ refused: readonly { rule: string; because: string; confirm?: unknown }[] }>) {
  const [refused] = (await bulk).refused;
  if (refused && !refused.confirm) throw new Refusal(refused.rule, refused.because);
}

const selectionOf = ({ kind, number, version }: Ticked) => ({ kind, records: [{ number, version }] });

/** Every offered move that asks for no further fields. */
async function movesOf(actor: Person, row: Ticked): Promise<Attempt[]> {
  const choices = await bulkChoices(actor, { kind: row.kind, numbers: [row.number] });
  const possible = choices?.moves.filter(({ cannot }) => cannot.length === 0) ?? [];
  return possible
    .filter(({ fields, asksComment, asksWorkNote }) => fields.length === 0 && !asksComment && !asksWorkNote)
    .map(({ label, to }) => [
      label,
      () =>
        taken(updateMany(actor, { ...selectionOf(row), to: 'verb' in to ? { ...to, values: {} } : { values: to } })),
    ]);
}

async function prioritiesOf(actor: Person, row: Ticked): Promise<Attempt[]> {
  const choices = await bulkChoices(actor, { kind: row.kind, numbers: [row.number] });
  if (!choices || choices.priority.cannot.length > 0) return [];
  return choices.priority.options.map(({ value, label }) => [
    label,
    () => taken(updateMany(actor, { ...selectionOf(row), to: { values: { priority: value } } })),
  ]);
}

const write =
  (type: 'comment' | 'work_note') =>
  async (actor: Person, row: Ticked): Promise<Attempt[]> => {
    const choices = await bulkChoices(actor, { kind: row.kind, numbers: [row.number] });
    const { cannot = [] } = (type === 'comment' ? choices?.comment : choices?.workNote) ?? {};
    if (cannot.length > 0) return [];
    return [[type, () => taken(addEntryToMany(actor, { ...selectionOf(row), type, text: 'A word.' }))]];
  };

const watch =
  (list: 'watch_list' | 'work_notes_list', watching: boolean) =>
  async (actor: Person, row: Ticked): Promise<Attempt[]> => [
    [list, () => taken(watchMany(actor, { ...selectionOf(row), list, watching }))],
  ];

const nothing = async (): Promise<Attempt[]> => [];

/** The actions of the selection bar and of its menu *More*. */
export const bulkButtons: readonly (readonly [
  name: RegExp,
  attempts: (actor: Person, row: Ticked) => Promise<readonly Attempt[]>,
])[] = [
  [
    /^Assign to me$/,
    async (actor, row) => [['me', () => taken(assignMany(actor, { ...selectionOf(row), to: 'me', confirmed: true }))]],
  ],
  [
    /^Assign to …$/,
    async (actor, row) =>
      canBeAssignedSome(actor, row.kind)
        ? [
            [
              'oneself',
              () => taken(assignMany(actor, { ...selectionOf(row), to: { userId: actor.id }, confirmed: true })),
            ],
          ]
        : [],
  ],
  [/^Priority$/, prioritiesOf],
  [/^State$/, movesOf],
  [/^(More|Export CSV|Clear selection)$/, nothing],
  [/^Comment …$/, write('comment')],
  [/^Work note …$/, write('work_note')],
  [/^Watch: Watch list$/, watch('watch_list', true)],
  [/^Watch: Work notes list$/, watch('work_notes_list', true)],
  [/^Stop watching: Watch list$/, watch('watch_list', false)],
  [/^Stop watching: Work notes list$/, watch('work_notes_list', false)],
];

/** The changes that a row offers. */
export async function rowChanges(actor: Person, { kind, number }: Ticked): Promise<Attempt[]> {
  const edit = await rowEdit(actor, { kind, number });
  if (!edit) return [];
  const { version, moves, priority, assignedToId } = edit;
  const save = (values: Record<string, string>) => () => updateTask(actor, { kind, number, version, values });
  return [
    ...moves
      .filter(({ asksMore }) => !asksMore)
      .map(
        ({ label, to }): Attempt => [
          label,
          'verb' in to ? () => moveCase(actor, { number, version, ...to, values: {} }) : save(to),
        ],
      ),
    ...(priority?.editable ? (priority.options ?? []) : []).map(
      ({ value, label }): Attempt => [label, save({ priority: value })],
    ),
    ...(assignedToId?.editable && canBeAssignedSome(actor, kind)
      ? [['to me', save({ assignedToId: actor.id })] as const]
      : []),
  ];
}
