/** The register of people is forms and lists: no JavaScript is sent. */
export const csr = false;
