import { z } from 'zod';

const isIncomparable = (error: unknown) =>
  error instanceof TypeError && error.message === 'Cannot convert object to primitive value';

/**
 * REC-5, Q-13 · Validates input. A length check compares any value that has a length. An object that cannot become a primitive
 * makes the comparison throw; it counts as invalid.
 */
export async function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Promise<z.ZodSafeParseResult<z.output<Schema>>> {
  try {
    return await schema.safeParseAsync(input);
  } catch (error) {
    if (!isIncomparable(error)) throw error;
    const because: z.core.$ZodIssueCustom = { code: 'custom', path: [], message: 'This cannot be read.', input };
    return { success: false, error: new z.ZodError([because]) as z.ZodError<z.output<Schema>> };
  }
}
