type Details = { id: string; name: string; email: string | null; timeZone: string | null; language: string };

/** The values of a contact or consumer that the edit form shows. */
export type CustomerShown = Details & { asOf: string };

export function customerShown({
  id,
  name,
  email,
  timeZone,
  language,
  updatedAt,
}: Details & { updatedAt: Date }): CustomerShown {
  return { id, name, email, timeZone, language, asOf: updatedAt.toISOString() };
}
