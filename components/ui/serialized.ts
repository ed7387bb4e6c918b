import { useMemo } from 'react';

declare const packed: unique symbol;

/** Data as one string. The framework processes every value sent to the browser, and a string is only one. */
export type Serialized<T> = string & { readonly [packed]?: T };

/** `data` must be plain: no dates, elements or promises. */
export function serialize<T>(data: T): Serialized<T> {
  return JSON.stringify(data);
}

/** The parsed data; the same object while the text is the same. */
export function useDeserialized<T>(text: Serialized<T>): T {
  return useMemo((): T => JSON.parse(text), [text]);
}
