/** A date and time in a zone's local time, as a date-time field takes it: 2026-11-21T14:05. */
export function localText(iso: string, timeZone: string): string {
  if (iso === '') return '';
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const asUtc = (text: string) => (WALL.test(text) ? Date.parse(`${text.slice(0, 16)}:00Z`) : Number.NaN);

/** The date and time of a zone's local time, as ISO text in UTC; null if the text is not valid. */
export function zonedToUtc(text: string, timeZone: string): string | null {
  const wall = asUtc(text);
  if (Number.isNaN(wall)) return null;
  // A clock change may lie between the guess and the result, so the offset is read once more.
  let dateTime = wall;
  for (let round = 0; round < 2; round++)
    dateTime = wall - (asUtc(localText(new Date(dateTime).toISOString(), timeZone)) - dateTime);
  return new Date(dateTime).toISOString();
}
