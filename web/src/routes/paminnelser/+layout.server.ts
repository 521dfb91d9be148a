/** Lists and a form: no JavaScript is sent. */
export const csr = false;
