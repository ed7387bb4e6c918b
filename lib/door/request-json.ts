import { TooLarge } from '#lib/platform/verdict.ts';
import { LARGEST_BODY } from './limits.ts';

/** The JSON body of a request; undefined if it is missing or invalid, which no schema accepts. */
export async function readJson({ body }: Request): Promise<unknown> {
  try {
    return body ? JSON.parse(await textOf(body)) : undefined;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    // Clients can send anything, or disconnect halfway. Unreadable input fails the schema check.
    return undefined;
  }
}

async function textOf(body: NonNullable<Request['body']>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > LARGEST_BODY) throw new TooLarge('ACC-12', `This is more than ${LARGEST_BODY / 1000} kB.`);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
