import type { IncomingOutcome } from '#lib/platform/generated/prisma/client.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

const became: Readonly<Partial<Record<IncomingOutcome, string>>> = {
  received: 'is being read',
  filed: 'was filed already',
  opened_case: 'has opened a case already',
  discarded: 'was discarded already',
  ignored: 'needs nothing',
};

/** MAIL-5 · A mail is reviewed once: what has been filed, has opened a case or was discarded stays so. */
export function mailWaits(outcome: IncomingOutcome): Verdict {
  const because = became[outcome];
  return because ? no('MAIL-5', `This email ${because}.`) : yes;
}
