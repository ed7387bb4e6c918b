import { type IncomingOutcome, statusLabel } from '#lib/mail/mail-status.ts';

/** ADM-9, MAIL-5 · What was done with a mail. */
export const mailDone = ({ outcome, movedFrom }: { outcome: IncomingOutcome; movedFrom: string | null }): string =>
  movedFrom ? `Moved from ${movedFrom}` : statusLabel(outcome);
