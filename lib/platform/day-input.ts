import { z } from 'zod';

/** Whether a date or an instant, as text, is of this century. Any other is a typing error. */
export const isOfThisCentury = (text: string): boolean => text >= '2000' && text < '2100';

/** A date of this century, such as 2026-11-25. */
export const dayInput = (wrong: string, distant = wrong) => z.iso.date(wrong).refine(isOfThisCentury, distant);
