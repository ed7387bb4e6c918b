import { z } from 'zod';

const isNear = (date: string) => date >= '2000' && date < '2100';

/** A day in an address. What is none, or is far away, is today. */
export const DayAddress = z.object({ date: z.iso.date().refine(isNear).optional().catch(undefined) });
