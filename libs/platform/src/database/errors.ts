/** MySQL's number of a driver error, whichever layer wrapped it. */
const errnoOf = (error: unknown): number | undefined => {
  const candidate = error as { errno?: number; driverError?: { errno?: number } };
  return candidate?.errno ?? candidate?.driverError?.errno;
};

const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;
const DUPLICATE_ENTRY = 1062;
/** Group replication and Galera refuse a certification loser, TiDB a write conflict: the whole transaction may run again. */
const CONFLICTS = [3101, 1180, 9007, 8028, 1047];

export const isRetriable = (error: unknown): boolean => {
  const errno = errnoOf(error);
  return errno === DEADLOCK || errno === LOCK_WAIT_TIMEOUT || (errno !== undefined && CONFLICTS.includes(errno));
};

/** A unique key already holds this value. */
export const isDuplicateEntry = (error: unknown): boolean => errnoOf(error) === DUPLICATE_ENTRY;
