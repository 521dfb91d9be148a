/** What AWS runs of packs: the table's stream tells of one that waits to be made. */
import { takePacks } from '@insatskollen/functions/packs/stream.ts';
import { streamJob } from './streamJob.ts';

export const takeStream = streamJob(takePacks);
