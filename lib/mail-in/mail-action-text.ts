import { type IncomingOutcome, statusLabel } from '#lib/mail-out/mail-status.ts';

type Done = { outcome: IncomingOutcome; wasMoved: boolean; movedFrom: string | null };

/** ADM-9, MAIL-5 · The action taken on an email. */
export const mailActionText = ({ outcome, wasMoved, movedFrom }: Done): string =>
  wasMoved ? `Moved from ${movedFrom ?? 'another case'}` : statusLabel(outcome);
