import { mayUseWorkspace } from '#lib/access/policy.ts';
import type { Person } from '#lib/platform/actor.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import { markdownInTurns } from '#lib/text/markdown-in-turns.ts';
import type { PreviewEntry } from './schema.ts';

/** ACC-12 · Rendering a long text blocks a core. Each user has one rendering at a time; the next waits. */
const inTurn = userConcurrency('entry-preview', 1);

/** REC-1 · Preview of an entry for staff. */
export function previewEntry(actor: Person, { text }: PreviewEntry): Promise<string> {
  enforce(mayUseWorkspace(actor) ? yes : no('ACC-6', 'Entries of the workspace are written by staff.'));
  return inTurn(actor.id, () => markdownInTurns(text, {}));
}
