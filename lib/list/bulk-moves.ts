import { can, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { verbsNow } from '#lib/kinds/case/rules/has-verb-now.ts';
import { type CaseVerb, type CaseVerbName, caseVerbNames, caseVerbs } from '#lib/kinds/case/verbs.ts';
import { definitionOf, stateLabel } from '#lib/kinds/definitions.ts';
import { blankFieldView, type FieldView, optionsNow } from '#lib/kinds/field-view.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { Field } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { SelectedRecord } from './selected-records.ts';

/** A move that selected records can make: to a state, or by a header button of a case, with the fields it asks for. */
export type BulkMove = {
  label: string;
  to: { state: string } | { verb: CaseVerbName };
  /** The state after the move. */
  becomes: string;
  /** The numbers of the records that cannot move. Records already in that state count as able. */
  cannot: string[];
  /** The fields it asks for. A record keeps its own value for a field that is left empty. */
  fields: FieldView[];
  /** The further fields that a value of a field asks for, by field name and value. */
  fieldsWith: Record<string, Record<string, FieldView[]>>;
  /** The values that ask for a comment, by field. */
  commentWith: Readonly<Record<string, string>>;
  asksComment: boolean;
  asksWorkNote: boolean;
  /** The move cannot be undone. */
  final: boolean;
  /** What customers notice beyond the state. */
  noticed?: string | undefined;
};

type Chosen<K extends TaskKind> = { actor: Actor; kind: K; settings: Settings; records: readonly SelectedRecord<K>[] };

/** REC-5, ACC-6 · Whether the actor may change the record at all, by the same check as its page. */
export function mayChange<K extends TaskKind>(actor: Actor, kind: K, record: SelectedRecord<K>): boolean {
  const phase = definitionOf(kind).states[record.state]?.phase;
  return phase !== 'final' && can(actor, 'edit', kind) && mayWork(actor, record).ok;
}

/** The move of one record, merged over many: which records cannot make it. Null: none can. */
function moveOfMany<K extends TaskKind>(
  { records }: Chosen<K>,
  state: string | undefined,
  canMove: (record: SelectedRecord<K>) => boolean,
): { able: SelectedRecord<K>[]; cannot: string[] } | null {
  const able = records.filter(canMove);
  if (able.length === 0) return null;
  const cannot = records.filter((record) => record.state !== state && !able.includes(record));
  return { able, cannot: cannot.map(({ number }) => number) };
}

/** An empty field that offers only values which all of these records accept. */
function fieldToAsk<K extends TaskKind>(kind: K, name: string, able: readonly SelectedRecord<K>[]): FieldView[] {
  const definition = definitionOf(kind);
  const field: Field | undefined = definition.fields[name];
  if (!field) return [];
  const blank = { ...blankFieldView(kind, name, field, field.type === 'yes-no' ? false : null, ''), required: false };
  const options = able.reduce(
    (left, record) =>
      optionsNow({ ...blank, ...(left ? { options: left } : {}) }, definition.choicesNow?.(record)[name]),
    blank.options,
  );
  return [{ ...blank, ...(options ? { options } : {}) }];
}

const lacks = <K extends TaskKind>(records: readonly SelectedRecord<K>[], name: string) =>
  records.some((record) => isBlank(String(fieldValue(record, name) ?? '')));

/** CASE-8 · The header buttons of cases; assigning has its own buttons in the bar. */
function movesOfCases(chosen: Chosen<'case'>): BulkMove[] {
  const { actor, kind, records } = chosen;
  const now = new Map(records.map((record): [Case, CaseVerbName[]] => [record, verbsOf(actor, record)]));
  return caseVerbNames.flatMap((name): BulkMove[] => {
    const { label, to, asks, optional = [], begins = {}, final, noticed }: CaseVerb = caseVerbs[name];
    const found = moveOfMany(chosen, to, (record) => now.get(record)?.includes(name) === true);
    if (!found || !to) return [];
    const fields = asks.flatMap((asked) => {
      if (asked === 'comment' || asked === 'workNote') return [];
      const required = !optional.includes(asked) && lacks(found.able, asked);
      const begun = begins[asked] ? { value: true, display: 'Yes' } : {};
      return fieldToAsk(kind, asked, found.able).map((field) => ({ ...field, ...begun, required }));
    });
    const words = { asksComment: asks.includes('comment'), asksWorkNote: asks.includes('workNote') };
    const goal = { label, to: { verb: name }, becomes: stateLabel(kind, to), final: final === true, noticed };
    return [{ ...goal, cannot: found.cannot, fields, fieldsWith: {}, commentWith: {}, ...words }];
  });
}

function verbsOf(actor: Actor, record: SelectedRecord<'case'>): CaseVerbName[] {
  return mayChange(actor, 'case', record) ? verbsNow(actor, record) : [];
}

/** The states of a kind, in order. */
function movesOfStates<K extends TaskKind>(chosen: Chosen<K>): BulkMove[] {
  const { actor, kind, settings, records } = chosen;
  const definition = definitionOf(kind);
  const { states, moveFields, fieldsWith = {}, commentWith = {} } = definition;
  const now = new Map(
    records.map((record) => [
      record,
      mayChange(actor, kind, record) ? definition.movesFrom(record, { settings, parts: record.parts }) : [],
    ]),
  );
  return Object.entries(states).flatMap(([state, { label, phase }]): BulkMove[] => {
    const found = moveOfMany(chosen, state, (record) => now.get(record)?.includes(state) === true);
    if (!found) return [];
    const view = (name: string) => fieldToAsk(kind, name, found.able);
    const fieldNames = moveFields[state] ?? [];
    const inTurn = fieldNames.flatMap((name) => {
      const values = Object.entries(fieldsWith[name] ?? {});
      const views = values.map(([value, names]) => [value, names.flatMap(view)] as const);
      return values.length > 0 ? [[name, Object.fromEntries(views)] as const] : [];
    });
    const goal = { label, to: { state }, becomes: label, final: phase === 'final' };
    const fields = { fields: fieldNames.flatMap(view), fieldsWith: Object.fromEntries(inTurn), commentWith };
    return [{ ...goal, cannot: found.cannot, ...fields, asksComment: false, asksWorkNote: false }];
  });
}

const areCases = (chosen: Chosen<TaskKind>): chosen is Chosen<'case'> => chosen.kind === 'case';

/** REC-5 · Moves that at least one record can make, by the same checks as each record's page. */
export function bulkMoves(chosen: Chosen<TaskKind>): BulkMove[] {
  return areCases(chosen) ? movesOfCases(chosen) : movesOfStates(chosen);
}
