import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FIVE_MINUTES, reaches, type Watch } from './alarms.ts';
import type { Imports } from './imports.ts';
import type { Notices } from './notices.ts';
import type { Society } from './society.ts';
import type { Packs } from './packs.ts';

const HOUR_MS = 3_600_000;

/** What is behind, fails, or was given up of telling people things. */
export function watchNotices(watch: Watch, { stream, teller, deadLetters }: Notices): void {
  watch('GivenUp', {
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: FIVE_MINUTES }),
    when: reaches(1),
    whoIsHurt: 'Somebody is not told of what happened to a report, or a bounce of their mail is not seen.',
    firstStep:
      'Read the message in the queue: it names the stream’s place or the schedule. Find that minute in the log, mend, and redrive the queue.',
  });
  watch('Behind', {
    metric: stream.function.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: FIVE_MINUTES }),
    when: reaches(HOUR_MS, 3),
    whoIsHurt:
      'Reporters and coordinators are told more than an hour late of what was returned or approved, and search does not find what is new.',
    firstStep:
      'Look in the log for streamRecordFailed and searchRecordFailed: one record that fails holds up those after it until it is given up.',
  });
  watch('Untold', {
    metric: teller.function.metricErrors({ statistic: Stats.SUM, period: FIVE_MINUTES }),
    when: reaches(1, 3),
    whoIsHurt: 'Nobody gets reminders or letters while this lasts; none are lost, and they come when it is over.',
    firstStep: 'Look in the log at the last run: the table or SES does not answer, or a deployment broke the function.',
  });
}

/** A file that is not gone on with: whoever needs the registers next goes on with it, and waits meanwhile. */
export function watchImports(watch: Watch, { goOn }: Imports): void {
  watch('Unread', {
    metric: goOn.function.metricErrors({ statistic: Stats.SUM, period: FIVE_MINUTES }),
    when: reaches(1, 3),
    whoIsHurt: 'A file that a coordinator reads in is not done, and nobody can change the registers meanwhile.',
    firstStep:
      'Look in the log for importGoingOnFailed; whoever changes something in the registers next goes on with the file.',
  });
}

/** The fetching of society's statistics fails as a whole; a single source that is away is shown on its page. */
export function watchSociety(watch: Watch, { fetcher }: Society): void {
  watch('Unfetched', {
    metric: fetcher.function.metricErrors({ statistic: Stats.SUM, period: FIVE_MINUTES }),
    when: reaches(1),
    whoIsHurt: 'Society’s statistics stay as they were a week ago; nothing of results is touched.',
    firstStep: 'Look in the log at the last run. The next one begins by itself on Monday, or run the function by hand.',
  });
}

/** A pack that is not made: whoever asked for it sees that it waits. */
export function watchPacks(watch: Watch, { make }: Packs): void {
  watch('Unmade', {
    metric: make.function.metricErrors({ statistic: Stats.SUM, period: FIVE_MINUTES }),
    when: reaches(1, 3),
    whoIsHurt:
      'Coordinators and leaders wait for packs that do not come; none are lost, and they come when it is over.',
    firstStep: 'Look in the log for packNotTaken: the table does not answer, or a deployment broke the function.',
  });
}
