/** The answers to the three questions of *Case or incident?*; null: not answered yet. */
export type Answers = {
  affected: 'customer' | 'own' | null;
  /** Whether a service is down or degraded. */
  service: 'down' | 'fine' | null;
  /** Whether it is about a contract, an order, a product or a question. */
  about: 'yes' | 'no' | null;
};

export type Recommended = 'case' | 'incident' | 'case-with-incident';

export type Recommendation = { what: Recommended; because: string };

/** The questions in order, with their possible answers. */
export const questions = [
  {
    name: 'affected',
    text: 'Who is affected?',
    options: [
      { value: 'customer', label: 'A customer' },
      { value: 'own', label: 'Our own people' },
    ],
  },
  {
    name: 'service',
    text: 'Is a service down or degraded?',
    options: [
      { value: 'down', label: 'Yes' },
      { value: 'fine', label: 'No' },
    ],
  },
  {
    name: 'about',
    text: 'Is it about a contract, an order, a product or a question?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
] as const satisfies readonly {
  name: keyof Answers;
  text: string;
  options: readonly { value: string; label: string }[];
}[];

/** Case or incident? What to create, and why in one sentence; null while the answers don't decide it. */
export function recommend({ affected, service, about }: Answers): Recommendation | null {
  if (affected === null || service === null) return null;
  if (affected === 'own')
    return service === 'down'
      ? { what: 'incident', because: 'Our own people lost a service: an incident restores it.' }
      : { what: 'incident', because: 'Only our own people are affected, so there is no customer for a case.' };
  if (service === 'down' && about === 'yes')
    return {
      what: 'case',
      because: 'The customer asks for something that an incident does not cover; the outage is handled separately.',
    };
  if (service === 'down')
    return {
      what: 'case-with-incident',
      because: 'The case keeps the customer informed while its incident restores the service.',
    };
  if (about === null) return null;
  return about === 'yes'
    ? { what: 'case', because: 'The customer has a question or a request, and every service works.' }
    : { what: 'case', because: 'A customer is affected and no service is down; an incident can follow from the case.' };
}
