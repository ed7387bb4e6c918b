type HourCycle = 'h12' | 'h23';

const cycles = new Map<string, HourCycle>();
/** More tags than browsers send; who makes some up makes the others be found out anew. */
const MOST = 200;

function hourCycleOf(tag: string): HourCycle {
  const known = cycles.get(tag);
  if (known) return known;
  const found = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hourCycle;
  const cycle = found === 'h23' || found === 'h24' ? 'h23' : 'h12';
  if (cycles.size >= MOST) cycles.clear();
  cycles.set(tag, cycle);
  return cycle;
}

/** How dates and times are written for a reader: in the language of the product, by 12 or 24 hours as the browser has it. */
export function readerLocale(language: string, acceptLanguage: string | null): string {
  const [first = ''] = (acceptLanguage ?? '').split(/[,;]/);
  // Nothing longer is a place where people read clocks.
  const tag = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/i.test(first.trim()) ? first.trim() : language;
  return `${language}-u-hc-${hourCycleOf(tag)}`;
}
