/** The database column in which a property is kept: its name in snake case. Outside it may have another name (spec 14). */
export function columnName(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
