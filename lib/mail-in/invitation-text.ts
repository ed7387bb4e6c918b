type Property = { value: string; parameters: string };

const LONGEST = 50_000;

/** The properties of a calendar's first event, by name. */
function eventIn(calendar: string): Map<string, Property> | null {
  const lines = calendar
    .slice(0, LONGEST * 4)
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const begin = lines.findIndex((line) => /^BEGIN:(VEVENT|VTODO)\s*$/i.test(line));
  if (begin < 0) return null;
  const properties = new Map<string, Property>();
  let alarms = 0;
  for (const line of lines.slice(begin + 1)) {
    if (/^BEGIN:/i.test(line)) alarms += 1;
    else if (/^END:/i.test(line) && alarms-- === 0) break;
    const [, name = '', parameters = '', value = ''] =
      /^([\w-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line) ?? [];
    if (alarms === 0 && name && !properties.has(name.toUpperCase()))
      properties.set(name.toUpperCase(), { value, parameters });
  }
  return properties;
}

const unescaped = (text: string) =>
  text.replaceAll(/\\([nN,;\\])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim();

/** "2026-12-01 09:00 UTC", "2026-12-01 09:00 (Europe/Berlin)", "2026-12-01" */
function timeOf({ value, parameters }: Property): string {
  const [, year, month, day, hour, minute, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?/.exec(value) ?? [];
  if (!year) return value;
  const date = `${year}-${month}-${day}`;
  if (!hour) return date;
  const zone = /;TZID="?([^;:"]+)/i.exec(parameters)?.[1];
  return `${date} ${hour}:${minute}${utc ? ' UTC' : zone ? ` (${zone})` : ''}`;
}

function whenOf(start: Property | undefined, end: Property | undefined): string {
  if (!start) return '';
  return end ? `${timeOf(start)} to ${timeOf(end)}` : timeOf(start);
}

const notes: Readonly<Record<string, string>> = {
  CANCEL: 'Cancelled: ',
  REPLY: 'Answer to: ',
  COUNTER: 'Proposed again: ',
};

/** MAIL-4 · An invitation as text: what, when, where, and its description. Empty: no invitation. */
export function invitationText(calendar: string, method = ''): string {
  const event = eventIn(calendar);
  if (!event) return '';
  const text = (name: string) => unescaped(event.get(name)?.value ?? '').slice(0, LONGEST);
  const [summary, where, description] = [text('SUMMARY'), text('LOCATION'), text('DESCRIPTION')];
  const when = whenOf(event.get('DTSTART'), event.get('DTEND') ?? event.get('DUE'));
  const lines = [when && `When: ${when}`, where && `Where: ${where}`].filter(Boolean).join('\n');
  return [`${notes[method.toUpperCase()] ?? ''}${summary}`, lines, description].filter(Boolean).join('\n\n');
}
