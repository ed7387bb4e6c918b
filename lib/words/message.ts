/** A user-facing text with parameter names in braces; `one` and `other` if it depends on a number. */
export type Message = string | { one: string; other: string };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** A message's parameters. A message that depends on a number has `count`. */
export type ParamsOf<M extends Message> = M extends { other: infer Text extends string }
  ? NamesIn<Text> | 'count'
  : M extends string
    ? NamesIn<M>
    : never;

/** The same keys in another language; a missing text fails the build. */
export type Translated<Texts extends Record<string, Message>> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : { one: string; other: string };
};

/** Fills the parameters into a text. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (name, key: string) => String(params[key] ?? name));
}
