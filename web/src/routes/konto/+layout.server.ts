/** One’s own account is forms and lists: no JavaScript is sent. */
export const csr = false;
