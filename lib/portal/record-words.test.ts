import { describe, expect, it } from 'vitest';
import { findField } from '#lib/external/names.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { selectableFields, shownTables } from '#lib/settings/shown-fields.ts';
import { languages } from '#lib/words/languages.ts';
import { isWordKey, wordsIn } from '#lib/words/words.ts';
import { fieldInWords, progressOf } from './record-words.ts';

const kindOf = (table: string) => {
  const kind = taskKindNames.find((name) => taskKinds[name].external === table);
  if (!kind) throw new Error(`${table} is no table.`);
  return kind;
};

describe.each(shownTables)('%s', (table) => {
  it('POR-22 · every state and every field that can be shown has words for customers', () => {
    expect(Object.keys(progressOf[table]).sort()).toEqual(Object.keys(definitions[kindOf(table)].states).sort());
    expect(selectableFields(table).filter((name) => !isWordKey(`record.${name}`))).toEqual([]);
  });

  it.each(languages)('POR-22 · no choice reads as a code of ours, in %s', (language) => {
    const say = wordsIn(language);
    for (const name of selectableFields(table)) {
      const field = findField(kindOf(table), name)?.field;
      if (!field || (field.type !== 'choice' && field.type !== 'rating')) continue;
      for (const { value } of field.choices) {
        const { text } = fieldInWords(say, table, { name, type: field.type, label: '', value, display: 'CODE' });
        expect(text).not.toBe('CODE');
      }
    }
  });
});
