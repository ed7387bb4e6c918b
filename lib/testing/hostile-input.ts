import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** Texts that make a careless expression or parser run forever. */
const PUMPS = ['{{', '{{ ', ' ', '\t\n', '`', '~~~', '<a:', '<', '@', 'a@', '-', '> ', '[', '&lt;', '\u0301'];

/** ACC-5, Q-19 · Hostile texts, short ones and ones of maximum input length. */
export const hostileTexts = PUMPS.flatMap((pump) =>
  [2_500, 40_000].map((length) => `{{${pump.repeat(length)}`.slice(0, length)),
);

/** Fills in an action's schema: known numbers, ids and choices, and this text in every text field. */
export function filledWith(shape: z.ZodType, text: string, known: { number: string; id: string }): unknown {
  const fill = (schema: Schema | boolean | undefined): unknown => {
    if (typeof schema !== 'object') return text;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum.includes('case') ? 'case' : schema.enum[0];
    const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
    if (choice) return fill(choice);
    if (schema.type === 'object') {
      const fields = Object.entries(schema.properties ?? {});
      if (fields.length === 0) return { shortDescription: text };
      return Object.fromEntries(fields.map(([name, field]) => [name, fill(field)]));
    }
    if (schema.type === 'array') return [fill(Array.isArray(schema.items) ? schema.items[0] : schema.items)];
    if (schema.type === 'integer' || schema.type === 'number') return 1;
    if (schema.type === 'boolean') return true;
    if (schema.format === 'uuid') return known.id;
    return schema.pattern ? known.number : text;
  };
  return fill(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }));
}
