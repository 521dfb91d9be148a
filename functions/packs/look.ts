/** Colours of the pages in light, for files: what they mean is the same. */
export const colours = {
  ink: '18211D',
  soft: '4A554F',
  line: 'DCDBD2',
  strong: '6F7A74',
  sunk: 'F3F2EC',
  action: '14523C',
  hues: ['14523C', '33587F', '74456C', '7D5429'],
} as const;

export const hueOf = (hue: number): string => colours.hues[hue] ?? colours.action;

export const localeOf = { sv: 'sv-SE', en: 'en-GB' } as const;
