import type { Reader } from '#components/ui/time-ago.tsx';

/** What is quoted: who wrote it, when, and the words as they were written. */
export type Quoted = { by: string; at: string; text: string };

/** The time with its zone: who reads the quotation may live in another one. */
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

/** REC-1 · Words as a quotation in Markdown, below a line that says whose they are. */
export function quotation({ by, at, text }: Quoted, reader: Pick<Reader, 'locale' | 'timeZone'>): string {
  const lines = [`${by} wrote on ${timeWithZone(at, reader)}:`, '', ...text.trim().split(/\r?\n/)];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** What has to be added to a text so that a quotation stands below it, with room for an answer. */
export function below(typed: string, quoted: string): string {
  if (typed.trim() === '') return `${quoted}\n\n`;
  const emptyLine = typed.endsWith('\n\n') ? '' : typed.endsWith('\n') ? '\n' : '\n\n';
  return `${emptyLine}${quoted}\n\n`;
}

/** Types a quotation at the end of a text box, as its person would: the box hears of it as of every key. */
export function typeQuotation(box: HTMLTextAreaElement, quoted: Quoted, reader: Reader): void {
  if (box.readOnly) return;
  const end = box.value.length;
  box.setRangeText(below(box.value, quotation(quoted, reader)), end, end, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  box.scrollTop = box.scrollHeight;
}
