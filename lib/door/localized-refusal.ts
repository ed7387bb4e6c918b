import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Language } from '#lib/words/languages.ts';
import { isWordKey, sayIn, type WordKey } from '#lib/words/words.ts';

type Refused = Extract<ActionResult, { ok: false }>;

const withoutParams = (language: Language, key: WordKey) => sayIn(language, { key, params: {} });

/** Customer message of a rule. A rule without one gets "not possible now", which reveals no internals (POR-22). */
function keyOf({ rule, details }: Refused): WordKey {
  if (typeof details === 'object' && details !== null && 'savedBefore' in details) return 'refused.again';
  const key = `refused.${rule}`;
  return isWordKey(key) ? key : 'refused.other';
}

/** POR-10, POR-22 · A refusal in the customer's language, never with the message for staff. */
export function localizedRefusal(language: Language, refused: Refused): Refused {
  const { said, fieldErrors = {}, rule, field, details, signedOut } = refused;
  const errorOf = (name: string, message: string) => {
    if (said && name === field) return sayIn(language, said);
    return withoutParams(language, isWordKey(message) ? message : keyOf(refused));
  };
  const errors = Object.fromEntries(Object.entries(fieldErrors).map(([name, text]) => [name, errorOf(name, text)]));
  const isSaved = keyOf(refused) === 'refused.again';
  return {
    ok: false,
    message: said ? sayIn(language, said) : withoutParams(language, keyOf(refused)),
    ...(rule ? { rule } : {}),
    ...(field ? { field } : {}),
    ...(Object.keys(errors).length > 0 ? { fieldErrors: errors } : {}),
    ...(isSaved ? { details } : {}),
    ...(signedOut ? { signedOut } : {}),
  };
}
