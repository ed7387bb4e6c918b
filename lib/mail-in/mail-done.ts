import { type IncomingOutcome, statusLabel } from '#lib/mail-out/mail-status.ts';

type Done = { outcome: IncomingOutcome; wasMoved: boolean; movedFrom: string | null };

/** ADM-9, MAIL-5 · What was done with a mail. */
export const mailDone = ({ outcome, wasMoved, movedFrom }: Done): string =>
  wasMoved ? `Moved from ${movedFrom ?? 'another case'}` : statusLabel(outcome);
