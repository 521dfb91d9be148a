/** The size of one place's panel, and the room around its lines for their points, in pixels. */
export const PANEL = { width: 168, height: 72, edge: 5 };
