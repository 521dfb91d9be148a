/** Where each municipality of the county lies among the others, by code: column and row, from the north-west. */
export const tilePlaces: Readonly<Record<string, readonly [number, number]>> = {
  '0484': [1, 0], // Eskilstuna
  '0486': [2, 0], // Strängnäs
  '0428': [0, 1], // Vingåker
  '0483': [1, 1], // Katrineholm
  '0482': [2, 1], // Flen
  '0461': [3, 1], // Gnesta
  '0480': [2, 2], // Nyköping
  '0488': [3, 2], // Trosa
  '0481': [2, 3], // Oxelösund
};
