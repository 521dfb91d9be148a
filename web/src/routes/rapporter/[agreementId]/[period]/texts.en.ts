import type { ReportWords } from './texts.sv.ts';

/** English words of the report's form. */
export const en: ReportWords = {
  optional: 'optional',
  answer: 'Number',
  choice: 'Answer',
  chooseOne: 'Choose an answer',
  notApplicable: 'Not applicable',
  notYetKnown: 'Not yet known',
  promisedBy: 'Known by',
  outOf: 'of',
  numerator: 'How many',
  denominator: 'Out of how many',
  whatCounts: 'What counts?',
  breakBy: (dimension) => `Break down by ${dimension.toLocaleLowerCase('en')}`,
  filled: (filled, of) => `${filled} of ${of} filled in`,
  missingParts: (number) => `${number} not stated`,
  allParts: 'all accounted for',
  tooMany: (number) => `${number} too many`,
  sumIs: (number) => `the parts make ${number}`,
  why: 'Why is that? Write one sentence.',
  comment: 'Comment',
  addComment: 'Add a comment',
  reads: (number) => `reads as ${number}`,
  error: 'Error: ',
  advice: 'To consider: ',
  lastReport: (period) => `Read what you wrote for ${period} (new window)`,
  characters: (count, limit) => `${count} of ${limit} characters`,
  limit: (limit) => `At most ${limit} characters`,
  steps: {
    label: 'Parts of the report',
    siffror: 'Numbers',
    texter: 'Texts',
    granska: 'Check and submit',
    done: (done, of) => `${done} of ${of}`,
  },
  next: { siffror: 'Continue to the texts', texter: 'Check and submit' },
  save: 'Save',
  saved: {
    at: (time) => `Saved ${time}`,
    nothing: 'Saved as you write',
    pending: 'Saving soon',
    held: 'Not everything is saved: see the errors',
    saving: 'Saving …',
    failed: 'Could not save: trying again. What you wrote is kept in the browser.',
    signedOut: 'You are signed out. What you wrote is kept in the browser and is saved once you have signed in.',
    signIn: 'Sign in in a new window',
    refused: (detail) => `It can no longer be saved. ${detail} What you wrote is kept in the browser.`,
    reload: 'Show the report as it is now',
    conflict: (count) =>
      count === 1
        ? 'Somebody else changed a field: choose which to keep'
        : `Others changed ${count} fields: choose which to keep`,
    heard: 'Saved',
  },
  conflict: {
    title: (who) => `${who} wrote something else here`,
    self: 'You wrote something else here, in another window',
    takeOther: 'Use what is in the other window',
    somebody: 'Somebody else',
    theirs: 'It now says',
    keepMine: 'Keep what is in the field',
    takeTheirs: (who) => `Use what ${who} wrote`,
    rewrite: 'You can also rewrite the field first.',
    summary: 'Somebody else made changes while you were writing',
    nothing: 'nothing',
  },
  remarks: {
    title: (open, all) =>
      open === 0 ? `All ${all === 1 ? 'remarks' : `${all} remarks`} are done` : `To do: ${open} of ${all}`,
    remark: 'Remark',
    done: 'Done',
    isDone: 'done',
    answer: 'Answer to the reviewer (optional)',
    intro: 'The report has come back. Go through the remarks, tick them off and submit again.',
    message: 'From the reviewer',
    whole: 'The whole report',
  },
  errorTitle: 'Before you can submit',
  check: {
    title: 'Check and submit',
    intro: 'This is how the region will see the report. Check it and submit.',
    change: 'Change',
    noComment: 'No comment.',
    changeOf: (name) => `Change ${name}`,
    unexplained: (count) =>
      count === 1
        ? 'One number deviates and has no comment. You may submit anyway, but a sentence helps the reader.'
        : `${count} numbers deviate and have no comment. You may submit anyway, but a sentence helps the reader.`,
    openRemarks: (count) =>
      count === 1
        ? 'One remark is not ticked off. You may submit anyway; the reviewer will see it.'
        : `${count} remarks are not ticked off. You may submit anyway; the reviewer will see them.`,
    personal: 'A text may hold personal data. Look it over before you submit.',
    opens: (day) => `The report can be submitted from ${day}. What you write is saved meanwhile.`,
    submit: 'Submit the report',
    what: 'When you submit, the report becomes a received record at Region Sörmland. You get a receipt. Until somebody has begun to review it you can take it back.',
    changed: 'The report has changed since you opened this page. Check what is marked and submit again.',
    changedMark: 'just changed',
  },
  restored: 'What you wrote last and could not save is back in the form.',
};
