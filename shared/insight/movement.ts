/** Where an area is moving (förflyttning), from best to worst. */
export const directions = ['stronglyForward', 'forward', 'unchanged', 'backward', 'stronglyBackward'] as const;
export type Direction = (typeof directions)[number];
