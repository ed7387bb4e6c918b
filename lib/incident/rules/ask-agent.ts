import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Waiting = { number: string; state: string; holdReason: string | null };

/** INC-1, REL-9 · The agent is asked only if the incident waits for its caller, who is external and gets no email. */
export function mayAskAgent({ number, state, holdReason }: Waiting, callerIsExternal: boolean): Verdict {
  if (state !== 'on_hold' || holdReason !== 'awaiting_caller')
    return no('INC-1', `${number} does not wait for its caller.`);
  return callerIsExternal ? yes : no('REL-9', 'The caller gets the question by email: ask in an additional comment.');
}

/** Joins the text into one paragraph, so that a reader sees that all of it is quoted. */
export const oneParagraph = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** INC-1 · The work note in the case. It mentions the agent, or else the group, by name. */
export function questionForAgent(
  { agent, group }: { agent: string | null; group: string | null },
  { number, by, question }: { number: string; by: string; question: string },
): string {
  const mentioned = agent ?? group;
  return `${mentioned ? `@${mentioned}: ` : ''}${by} asks the customer for ${number}: ${oneParagraph(question)}`;
}
