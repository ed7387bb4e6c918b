import { type Bulk, bulkMessage } from '#lib/list/rules/bulk-message.ts';

type Run = { state: 'running' | 'waiting'; cases: number };

const wording = { one: 'case is answered', many: 'cases are answered', already: 'already' };

/** "1 case is answered", "2 cases are being answered": a Notify Customers message is sent in the background. */
function runMessage({ state, cases }: Run): string {
  const which = `${cases.toLocaleString('en')} ${cases === 1 ? 'case' : 'cases'}`;
  if (state === 'waiting') return `The answer to ${which} waits for confirmation by another user`;
  return `${which} ${cases === 1 ? 'is' : 'are'} being answered`;
}

/** NOT-8 · The result of an answer, in words. */
export function answeredMessage({ run, ...bulk }: Bulk & { run: Run | null }): string {
  const nothing = bulk.done.length === 0 && bulk.refused.length === 0;
  return [run ? runMessage(run) : '', nothing ? '' : bulkMessage(bulk, wording)].filter(Boolean).join(' · ');
}
