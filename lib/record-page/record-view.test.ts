import { expect, it } from 'vitest';
import { definitions } from '#lib/kinds/definitions.ts';
import { asShown, type LoadedRecord } from './record-view.ts';

it.each(Object.values(definitions))(
  'the page of a $kind gets every field of its form, and none that it does not show',
  (definition) => {
    const { form: sections, moveFields: stateFields, fieldsWith = {}, fields } = definition;
    const all = Object.fromEntries(Object.keys(fields).map((name) => [name, { name }]));
    const view: Partial<Record<keyof LoadedRecord, unknown>> = { fields: all, sections, stateFields, fieldsWith };
    const shown = Object.keys(asShown(view as LoadedRecord).fields);
    const inForm = [...sections.flatMap((section) => section.fields), ...Object.values(stateFields).flat()];
    expect(shown).toEqual(expect.arrayContaining(inForm.filter((name) => name in fields)));
    expect(shown).not.toContain('majorCaseState');
  },
);
