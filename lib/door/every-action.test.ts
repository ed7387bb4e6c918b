import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const DIRECTIVE = /^\s*['"]use server['"]/m;

const doors = globSync('{app,lib,components}/**/*.{ts,tsx}', { exclude: ['**/generated/**', '**/*.test.*'] })
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => DIRECTIVE.test(text));

/** An action is named by its verb. These create something, and doing it again would create it again. */
const creating =
  /^(add|answer|approve|ask|close|comment|create|document|generate|open|order|start|write|saveRow|saveReplyTemplate)(?![a-z])/;
/** Doing these again changes nothing, asks first or is refused: they end something, set it, or carry a version. */
const repeatable =
  /^(assign|associate|attach|book|cancel|change|check|choose|clear|communicate|confirm|delete|discard|drop|edit|file|hold|import|mark|move|place|preview|propose|refresh|reject|remove|renew|resend|resume|retry|return|revoke|save|send|set|show|sign|stop|swap|switch|undo|update|watch)(?![a-z])/;
/** Their names say that they create something, but a list, an answer or a case exists once. */
const existOnce = /^(addChildren|addRecipients|answerApproval|askContact|openCaseFromMail)Action$/;

describe.each(doors)('$file', ({ file, text }) => {
  test('ACC-5 · the whole file is a door to the street: no action hides inside a component', () => {
    expect(text.trimStart()).toMatch(/^'use server';/);
  });

  test('ACC-5 · every export goes through the wrapper that names its permission', async () => {
    const actions: Record<string, unknown> = await import(pathToFileURL(file).href);
    expect(actions).not.toEqual({});
    for (const [name, action] of Object.entries(actions)) {
      expect(name).toMatch(/Action$/);
      expect(action, name).toBeTypeOf('function');
      expect(action, name).toHaveProperty('permission', expect.stringMatching(/^[a-z][a-z.-]+$/));
    }
  });

  test('REC-5 · whatever creates something is done once, however often it is sent', async () => {
    const actions: Record<string, object> = await import(pathToFileURL(file).href);
    for (const [name, action] of Object.entries(actions)) {
      if (!('isOnce' in action)) continue;
      const creates = creating.test(name) && !existOnce.test(name);
      expect(creates || existOnce.test(name) || repeatable.test(name), `${name}: does its verb create?`).toBe(true);
      expect([name, action.isOnce !== false]).toEqual([name, creates]);
    }
  });
});
