import type { Reader } from '#components/ui/time-ago.tsx';

/** A quotation: author, time and original text. */
export type Quoted = { by: string; at: string; text: string };

/** The time with its zone, as readers may be in other zones. */
function timeWithZone(at: string, { locale, timeZone }: Pick<Reader, 'locale' | 'timeZone'>): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return format.format(new Date(at));
}

/** REC-1 · A Markdown quotation, below a line that names its author. */
export function quotation({ by, at, text }: Quoted, reader: Pick<Reader, 'locale' | 'timeZone'>): string {
  const lines = [`${by} wrote on ${timeWithZone(at, reader)}:`, '', ...text.trim().split(/\r?\n/)];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** The text to append so that a quotation follows, with room for an answer. */
export function below(typed: string, quoted: string): string {
  if (typed.trim() === '') return `${quoted}\n\n`;
  const emptyLine = typed.endsWith('\n\n') ? '' : typed.endsWith('\n') ? '\n' : '\n\n';
  return `${emptyLine}${quoted}\n\n`;
}

/** Types a quotation at the end of a text box with an input event, as if the user had typed it. */
export function typeQuotation(box: HTMLTextAreaElement, quoted: Quoted, reader: Reader): void {
  if (box.readOnly) return;
  const end = box.value.length;
  box.setRangeText(below(box.value, quotation(quoted, reader)), end, end, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  box.scrollTop = box.scrollHeight;
}
