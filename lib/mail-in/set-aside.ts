import { headerBlock, messageIdsIn, valuesOf } from './raw-headers.ts';

/** In bytes: headers are shorter, even after many servers added theirs. */
const LONGEST_HEADERS = 2_000_000;
const LONGEST_VALUE = 20_000;
const MAX_ADDRESSES = 50;

/** The headers of an email that could not be parsed as a whole. */
export type Claimed = {
  /** The sender's possible addresses, most likely first. */
  from: { address: string }[];
  to: string[];
  answers: string[];
};

/** The addresses in a header: those in angle brackets first, last one first, because display names come before addresses. */
function addressesIn(value: string): string[] {
  const plain = value.slice(0, LONGEST_VALUE).replaceAll('\0', '').toLowerCase();
  const inBrackets = [...plain.matchAll(/<([^<>\s@]{1,64}@[^<>\s@]{1,190})>/g)].map(([, address = '']) => address);
  const words = plain.match(/[^\s<>()@,;:"]{1,64}@[^\s<>()@,;:"]{1,190}/g) ?? [];
  return [...inBrackets.toReversed(), ...words];
}

/** ACC-6 · Finds sender, recipients and answered emails in the raw bytes when the email cannot be parsed. */
export function claimedHeaders(raw: Uint8Array): Claimed {
  const block = headerBlock(raw, LONGEST_HEADERS);
  const addressesOf = (names: readonly string[]) =>
    [...new Set(names.flatMap((name) => valuesOf(block, name)).flatMap(addressesIn))].slice(0, MAX_ADDRESSES);
  return {
    from: addressesOf(['from', 'sender', 'reply-to', 'return-path']).map((address) => ({ address })),
    to: addressesOf(['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc']),
    answers: ['in-reply-to', 'references']
      .flatMap((name) => valuesOf(block, name))
      .flatMap(messageIdsIn)
      .slice(0, 200),
  };
}
