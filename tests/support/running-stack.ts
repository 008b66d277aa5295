/** Ends the stack that an e2e story of this run has started, if any. */
export const stopStackOfThisRun = async (): Promise<void> => {};
