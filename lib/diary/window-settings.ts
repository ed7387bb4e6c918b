import { integer, type Settings } from '#lib/settings/settings.ts';
import type { WindowSettings } from './diary.ts';
import type { WindowLimits } from './rules/limits.ts';
import { usualTravel } from './rules/travel.ts';

/** How windows are laid out: on the half hour of the site's clock. */
export const windowSettings: WindowSettings = { travel: usualTravel, beginEvery: 30 };

/** A window where a task does not say how long it takes, in minutes. */
export const USUAL_MINUTES = 60;

/** WO-11 · So long a window is held for whoever is choosing, in milliseconds. */
export const HOLD = 5 * 60_000;

/** WO-13 · The limits that administrators have set. */
export const limitsOf = (settings: Settings): WindowLimits => ({
  book: integer(settings, 'wm.appointment.book_hours'),
  move: integer(settings, 'wm.appointment.cutoff_hours'),
  cancel: integer(settings, 'wm.appointment.cancel_hours'),
});
