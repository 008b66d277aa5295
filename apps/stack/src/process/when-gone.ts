const LOOK_MS = 2000;

/** Whether a process with this number exists. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Calls back once that process has ended. Does not keep this one alive. */
export const whenGone = (pid: number, call: () => void): void => {
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    call();
  }, LOOK_MS);
  timer.unref();
};
