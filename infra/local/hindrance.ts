/** Something that keeps the local product from running, in one Swedish sentence that says what to do. Shown without a stack. */
export class Hindrance extends Error {}
