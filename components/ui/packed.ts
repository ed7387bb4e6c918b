import { useMemo } from 'react';

declare const packed: unique symbol;

/** Data as one text. The framework looks at every value that it sends to the browser, and a text is one. */
export type Packed<T> = string & { readonly [packed]?: T };

/** What is packed must be plain data: no dates, no elements, nothing late. */
export function pack<T>(data: T): Packed<T> {
  return JSON.stringify(data);
}

/** The data again, the same object as long as the text is the same. */
export function useUnpacked<T>(text: Packed<T>): T {
  return useMemo((): T => JSON.parse(text), [text]);
}
