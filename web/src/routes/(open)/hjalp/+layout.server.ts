/** Pages to read: no JavaScript is sent. */
export const csr = false;
