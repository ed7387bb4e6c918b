import { expect, test } from 'vitest';
import { withoutQuotes } from './log-console.ts';

test.each([
  [`Unexpected token 'h', ..."password":hunter4-se"... is not valid JSON`, 'malformed JSON'],
  [
    `SyntaxError: Unexpected token 'b', "{bad" is not valid JSON\n    at JSON.parse`,
    'SyntaxError: malformed JSON\n    at JSON.parse',
  ],
  ['Unexpected end of JSON input', 'malformed JSON'],
  ['The database does not answer.', 'The database does not answer.'],
])('the log quotes no body that could not be read: %s', (said, logged) => {
  expect(withoutQuotes(said)).toBe(logged);
});
