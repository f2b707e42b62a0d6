/** The rival of the overview's benchmark: a page that renders the same markup from memory and does nothing else. */
export default { poweredByHeader: false };
