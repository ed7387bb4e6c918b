import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const DIRECTIVE = /^\s*['"]use server['"]/m;

const doors = globSync('{app,lib,components}/**/*.{ts,tsx}', { exclude: ['**/generated/**', '**/*.test.*'] })
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => DIRECTIVE.test(text));

/** Verbs of actions that create something. Repeating one would create it again. */
const creating =
  /^(add|answer|approve|ask|close|comment|create|document|generate|open|order|start|write|saveRow|saveReplyTemplate)(?![a-z])/;
/** Verbs of actions that are safe to repeat: they end or set something, ask first, or carry a version. */
const repeatable =
  /^(assign|associate|attach|book|cancel|change|check|choose|clear|communicate|confirm|delete|discard|drop|edit|file|hold|import|mark|move|place|preview|propose|refresh|reject|remove|renew|resend|resume|retry|return|revoke|save|send|set|show|sign|stop|swap|switch|undo|update|watch)(?![a-z])/;
/** Their names sound like creating, but the list, the answer or the case exists only once. */
const existOnce = /^(addChildren|addRecipients|answerApproval|askContact|openCaseFromMail)Action$/;

describe.each(doors)('$file', ({ file, text }) => {
  test('ACC-5 · the whole file is public entry points: no action is defined inside a component', () => {
    expect(text.trimStart()).toMatch(/^'use server';/);
  });

  test('ACC-5 · every export uses the wrapper that names its permission', async () => {
    const actions: Record<string, unknown> = await import(pathToFileURL(file).href);
    expect(actions).not.toEqual({});
    for (const [name, action] of Object.entries(actions)) {
      expect(name).toMatch(/Action$/);
      expect(action, name).toBeTypeOf('function');
      expect(action, name).toHaveProperty('permission', expect.stringMatching(/^[a-z][a-z.-]+$/));
    }
  });

  test('REC-5 · every action that creates something runs once, however often it is sent', async () => {
    const actions: Record<string, object> = await import(pathToFileURL(file).href);
    for (const [name, action] of Object.entries(actions)) {
      if (!('isOnce' in action)) continue;
      const creates = creating.test(name) && !existOnce.test(name);
      expect(creates || existOnce.test(name) || repeatable.test(name), `${name}: does its verb create?`).toBe(true);
      expect([name, action.isOnce !== false]).toEqual([name, creates]);
    }
  });
});
