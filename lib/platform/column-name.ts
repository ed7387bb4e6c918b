/** The database column of a property: its name in snake case. Files and the API may use another name. */
export function columnName(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
