/** Something that keeps the local product from running, in one Swedish sentence that says what to do. Shown without a stack. */
export class Hindrance extends Error {}

/** For a command: what a feature refuses is shown as its sentence, without a stack. */
export function inWords(error: unknown): never {
  throw error instanceof Error ? new Hindrance(error.message) : error;
}
