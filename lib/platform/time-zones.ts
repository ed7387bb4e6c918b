/** The time zones to choose from, by their names in the IANA database. */
export const timeZones: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** What stands for the time zone of somebody whose zone is not known yet. */
export const NO_TIME_ZONE = 'Of the browser, at the first sign-in';

/** Whether times can be shown in it. More names are known than listed: Asia/Kathmandu is listed by its older name only. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The time zones as options of a form; the present one is among them, by whatever name. */
export function timeZoneOptions(present: string): { value: string; label: string }[] {
  const known = present === '' ? timeZones : [present, ...timeZones];
  return [...new Set(known)].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
