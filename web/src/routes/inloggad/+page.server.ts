/** Where a sign-in that was made in a window beside a form ends: the form itself is in the other window. */
export const csr = false;
