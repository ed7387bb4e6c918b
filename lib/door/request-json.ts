import { Refusal } from '#lib/platform/verdict.ts';

/** ACC-12 · Bytes of a body that is read at once; what is larger comes as a stream and has a limit of its own. */
const LARGEST_BODY = 512_000;

/** ACC-12 · A body that is not read to its end, let alone parsed. */
export class BodyTooLarge extends Refusal {
  override name = 'BodyTooLarge';

  constructor() {
    super('ACC-12', `This is more than ${LARGEST_BODY / 1000} kB.`);
  }
}

/** The JSON in a request; undefined where there is none or it is none, which no shape takes. */
export async function readJson({ body }: Request): Promise<unknown> {
  try {
    return body ? JSON.parse(await textOf(body)) : undefined;
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    // Anybody can send anything, or hang up in the middle: what cannot be read has no shape.
    return undefined;
  }
}

async function textOf(body: NonNullable<Request['body']>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > LARGEST_BODY) throw new BodyTooLarge();
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
