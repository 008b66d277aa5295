/** Names the spending of a reward in the ledger, by which it is undone. */
export const spendReference = (rewardNo: string): string => `reward:${rewardNo}`;
