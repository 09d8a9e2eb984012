/**
 * Does something every so many milliseconds until the timer is cleared; what is slow to end isn't begun again meanwhile.
 * The task must not reject.
 */
export function repeat(milliseconds: number, task: () => Promise<void>): NodeJS.Timeout {
  let isRunning = false;
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    await task();
    isRunning = false;
  };
  return setInterval(() => void run(), milliseconds).unref();
}
