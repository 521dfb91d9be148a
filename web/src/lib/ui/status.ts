/** The shapes that states have everywhere in the product. `late` is shown instead of the state it adds to. */
export type StatusShape = 'expected' | 'draft' | 'submitted' | 'returned' | 'approved' | 'late';

/** The shape of a report: late before anything else, then its state. */
export function shapeOf(report: {
  state: 'notStarted' | 'draft' | 'submitted' | 'returned' | 'approved';
  late: boolean;
}): StatusShape {
  if (report.late) return 'late';
  return report.state === 'notStarted' ? 'expected' : report.state;
}
