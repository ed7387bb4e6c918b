import type { PropertyName } from './properties.ts';
import { isOn, type Settings } from './settings.ts';

/** The switch *Incident data lookup active* (ADM-3). */
export const LOOKUP_SWITCH = 'com.snc.incident.data_lookup_active' satisfies PropertyName;

/** INC-4, REL-6 · Whether priorities are computed from impact and urgency. */
export function lookupIsOn(settings: Settings): boolean {
  return isOn(settings, LOOKUP_SWITCH);
}
