/** Maps the names in stories to ids and record numbers in the database. */
export class Names {
  readonly #ids: ReadonlyMap<string, string>;
  readonly #numbers = new Map<string, string>();

  constructor(ids: ReadonlyMap<string, string>) {
    this.#ids = ids;
  }

  has(name: string): boolean {
    return this.#ids.has(name);
  }

  /** The id of a person, a group or another named row. An unknown name is an error in the stories. */
  id(name: string): string {
    const id = this.#ids.get(name);
    if (!id) throw new Error(`Nothing is called ${name}.`);
    return id;
  }

  /** The number of a story's record, which must exist by now. */
  number(key: string): string {
    const number = this.#numbers.get(key);
    if (!number) throw new Error(`The story ${key} has not begun.`);
    return number;
  }

  remember(key: string, number: string): void {
    if (this.#numbers.has(key)) throw new Error(`There are two stories ${key}.`);
    this.#numbers.set(key, number);
  }
}
