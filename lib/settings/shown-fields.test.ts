import { describe, expect, it } from 'vitest';
import { findField } from '#lib/external/names.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { listedTablesError, offeredFields, selectableFields, shownFieldsError, shownTables } from './shown-fields.ts';

const kindOf = (table: string): TaskKind | undefined =>
  taskKindNames.find((kind) => taskKinds[kind].external === table);

describe.each(shownTables)('%s', (table) => {
  it('ADM-8 · offers fields of its kind, none of which names a person, a group or another record', () => {
    const kind = kindOf(table);
    const fields = selectableFields(table).map((name) => [name, kind && findField(kind, name)?.field.type] as const);
    expect(fields.filter(([, type]) => type === undefined || type === 'reference')).toEqual([]);
  });

  it('ADM-8 · has its default fields, and refuses fields that are not offered', () => {
    const error = shownFieldsError(table);
    expect(error(offeredFields[table].shown.join(','))).toBeNull();
    for (const name of ['assigned_to', 'work_notes', 'caller_id', 'sys_id', 'constructor'])
      expect(error(`number,${name}`)).toContain(`${name} is none of them`);
    expect(error('short_description')).toContain('with number');
  });
});

it('POR-4 · incidents are never listed', () => {
  expect(listedTablesError('problem,incident')).toContain('incident is none of them');
  expect(listedTablesError('none')).toBeNull();
  expect(listedTablesError('sc_req_item')).not.toBeNull();
});
