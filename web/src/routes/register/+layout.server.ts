/** Registers are read: no JavaScript is sent. */
export const csr = false;
