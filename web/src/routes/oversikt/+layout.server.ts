/** Figures are read, not worked in: no JavaScript is sent, and the figures are sent once, in the page. */
export const csr = false;
