/** The parts of a top-level `and` (of `and`s in it too); a condition without one is its own only part. */
export const conjuncts = (tree: unknown): readonly unknown[] => {
  const parts = partsOf(tree, 'and');
  return parts === null ? [tree] : parts.flatMap(conjuncts);
};

/** The branches of every `or` that can be reached through `and`s and `or`s. */
export const branches = (tree: unknown): readonly unknown[] => {
  const ors = partsOf(tree, 'or');
  if (ors !== null) return ors.flatMap((part) => (partsOf(part, 'or') ? branches(part) : [part, ...branches(part)]));
  return (partsOf(tree, 'and') ?? []).flatMap(branches);
};

const partsOf = (tree: unknown, operator: string): readonly unknown[] | null => {
  if (tree === null || typeof tree !== 'object' || !(operator in tree)) return null;
  const operand = (tree as Record<string, unknown>)[operator];
  return Array.isArray(operand) && operand.length > 0 ? operand : null;
};
