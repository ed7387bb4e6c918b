import { isEmpty, type Line, LOOKED_AT } from './introduction-at.ts';
import { type HeaderName, headerIn, isMailHeaderBlock, SEPARATOR } from './reply-markers.ts';

/** The most lines of a header block. */
const BLOCK = 10;

/** Whether the headers of a quoted email begin here. */
function headersBeginAt(lines: readonly Line[], at: number): boolean {
  if (headerIn(lines[at]?.line ?? '')?.name !== 'from') return false;
  const block = new Map<HeaderName, string>();
  for (const { line } of lines.slice(at, at + BLOCK)) {
    const header = line === '' ? null : headerIn(line.slice(0, LOOKED_AT));
    // A long list of recipients continues on the next line.
    if (line === '' || (!header && !/[;,]$|^[^:：]*@/.test(line) && block.size < 2)) break;
    if (header && !block.has(header.name)) block.set(header.name, header.value);
  }
  return isMailHeaderBlock(block);
}

const RULE = /^([_-]{8,}|[*]{8,})$/;

/** Whether everything from here on is older: a separator, or the headers of the answered email. */
export function isOlderFrom(lines: readonly Line[], at: number): boolean {
  const line = lines[at]?.line ?? '';
  if (line.length > LOOKED_AT) return false;
  if (SEPARATOR.test(line)) return true;
  if (!RULE.test(line)) return headersBeginAt(lines, at);
  const next = lines.findIndex((each, place) => place > at && place <= at + 3 && !isEmpty(each));
  return next > 0 && headersBeginAt(lines, next);
}
