/** The database column in which a property is kept: its name in snake case. In files and the API it may have another name. */
export function columnName(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
