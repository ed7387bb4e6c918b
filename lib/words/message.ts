/** A text that people read, with the names of its parameters in braces; `one` and `other` where a number decides. */
export type Message = string | { one: string; other: string };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The parameters of a message. One that a number decides has `count`. */
export type ParamsOf<M extends Message> = M extends { other: infer Text extends string }
  ? NamesIn<Text> | 'count'
  : M extends string
    ? NamesIn<M>
    : never;

/** The same keys in another language: a text that is missing there fails the build. */
export type Translated<Texts extends Record<string, Message>> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : { one: string; other: string };
};

/** A text with its parameters put in. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (name, key: string) => String(params[key] ?? name));
}
