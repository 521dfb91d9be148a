/** Room around the line of a trend, for its points. */
export const EDGE = 4;
