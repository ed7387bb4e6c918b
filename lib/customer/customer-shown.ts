type Details = { id: string; name: string; email: string | null; timeZone: string | null; language: string };

/** A contact or consumer as the form to edit them begins, and no more of them. */
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
