/** Pages to read, the same for anyone: no JavaScript is sent. */
export const csr = false;
