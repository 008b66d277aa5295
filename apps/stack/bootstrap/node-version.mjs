// @ts-check
import { Problem } from './say.mjs';

const NEEDED = [20, 19];

export const nodeIsNewEnough = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

export const checkNode = () => {
  if (nodeIsNewEnough()) return;
  throw new Problem(
    `Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node} (${process.execPath}).`,
  );
};
