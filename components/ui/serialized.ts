import { useMemo } from 'react';

declare const packed: unique symbol;

/** Data as one text. The framework looks at every value that it sends to the browser, and a text is one. */
export type Serialized<T> = string & { readonly [packed]?: T };

/** What is packed must be plain data: no dates, no elements, nothing late. */
export function serialize<T>(data: T): Serialized<T> {
  return JSON.stringify(data);
}

/** The data again, the same object as long as the text is the same. */
export function useDeserialized<T>(text: Serialized<T>): T {
  return useMemo((): T => JSON.parse(text), [text]);
}
