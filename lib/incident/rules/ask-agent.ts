import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Waiting = { number: string; state: string; holdReason: string | null };

/** INC-1, REL-9 · The agent of the case is asked for a caller who gets no email, while it waits for that one. */
export function mayAskAgent({ number, state, holdReason }: Waiting, callerIsExternal: boolean): Verdict {
  if (state !== 'on_hold' || holdReason !== 'awaiting_caller')
    return no('INC-1', `${number} does not wait for its caller.`);
  return callerIsExternal ? yes : no('REL-9', 'The caller gets the question by email: ask in an additional comment.');
}

/** In one paragraph, so that all of it is seen to be somebody's words. */
export const oneParagraph = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** INC-1 · What the work notes of the case say: the agent, or else the group, is mentioned by name. */
export function questionForAgent(
  { agent, group }: { agent: string | null; group: string | null },
  { number, by, question }: { number: string; by: string; question: string },
): string {
  const mentioned = agent ?? group;
  return `${mentioned ? `@${mentioned}: ` : ''}${by} asks the customer for ${number}: ${oneParagraph(question)}`;
}
