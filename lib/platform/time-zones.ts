/** The time zones to choose from, by their names in the IANA database. */
const timeZones: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** Shown in place of a person's time zone while it is unknown. */
export const NO_TIME_ZONE = 'Of the browser, at the first sign-in';

/** Whether times can be shown in the zone. Not all known names are listed: Asia/Kathmandu appears under its older name. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The time zones as options of a form, always including the current zone. */
export function timeZoneOptions(present: string): { value: string; label: string }[] {
  const known = present === '' ? timeZones : [present, ...timeZones];
  return [...new Set(known)].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
