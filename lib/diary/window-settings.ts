import { integer, type Settings } from '#lib/settings/settings.ts';
import type { WindowSettings } from './diary.ts';
import type { WindowLimits } from './rules/limits.ts';
import { defaultTravel } from './rules/travel.ts';

/** Windows begin on the hour or half hour of the site's clock. */
export const windowSettings: WindowSettings = { travel: defaultTravel, beginEvery: 30 };

/** Length of a window in minutes, if the task has no duration. */
export const DEFAULT_MINUTES = 60;

/** WO-11 · How long a window is held while a user is choosing, in milliseconds. */
export const HOLD = 5 * 60_000;

/** WO-13 · The limits set by administrators. */
export const limitsOf = (settings: Settings): WindowLimits => ({
  book: integer(settings, 'wm.appointment.book_hours'),
  move: integer(settings, 'wm.appointment.cutoff_hours'),
  cancel: integer(settings, 'wm.appointment.cancel_hours'),
});
