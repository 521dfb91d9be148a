/**
 * The one table, as data: the local engine is made from it and the cloud table is declared from it, so that the two cannot differ.
 * What lies under each key, and what each question costs, is in `keys.ts`.
 */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since 1970 on the system's clock. Expiry is also checked on read, since removal may come days later. */
  ttlAttribute: 'expiresAtEpochSeconds',
  streamViewType: 'NEW_AND_OLD_IMAGES',
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
    { name: 'gsi3', partitionKey: 'gsi3pk', sortKey: 'gsi3sk' },
  ],
} as const;
