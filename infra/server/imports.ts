/** What AWS runs of files that are read in: the table's stream tells of one that a request had no more time for. */
import { takeHandOvers } from '@insatskollen/functions/imports/goOn.ts';
import { streamJob } from './streamJob.ts';

export const takeStream = streamJob(takeHandOvers);
