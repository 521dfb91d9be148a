/** How much is loaded and done: all of it, or little of everything where `BENCH_SMALL=1`, to see that the measuring works. */
export interface Sizes {
  small: boolean;
  /** Approved reports in each of the houses that are compared, fewest first. */
  approved: [number, ...number[]];
  /** Of each question to each house: rounds, and questions in a round. */
  rounds: number;
  perRound: number;
  /** Reports that are worked in one by one, and as many again at once. */
  worked: number;
  starts: number;
  /** Rows of each file that is read into the registers. */
  imported: number;
  /** Packs of each kind that are made in each house. */
  packed: number;
  /** Documents that are searched in, fewest first. */
  searched: [number, ...number[]];
}

/** `BENCH_MOST` leaves out houses with more approved reports than it says. */
export const sizesFor = (environment: Record<string, string | undefined>): Sizes => {
  const sizes = wholeOrSmall(environment);
  const most = Number(environment['BENCH_MOST'] ?? Infinity);
  const [fewest, ...more] = sizes.approved;
  return { ...sizes, approved: [fewest, ...more.filter((approved) => approved <= most)] };
};

const wholeOrSmall = (environment: Record<string, string | undefined>): Sizes =>
  environment['BENCH_SMALL'] === '1'
    ? {
        small: true,
        approved: [100, 1_000],
        rounds: 3,
        perRound: 3,
        worked: 60,
        starts: 1,
        imported: 200,
        packed: 1,
        searched: [100, 500],
      }
    : {
        small: false,
        approved: [100, 10_000, 100_000],
        rounds: 15,
        perRound: 6,
        worked: 600,
        starts: 5,
        imported: 5_000,
        packed: 5,
        searched: [1_000, 10_000],
      };
