/** For how long something lasts or is kept: runs on evenly when somebody sets the machine's clock. No use for telling the date. */
export function steadyClock(): Date {
  return new Date(performance.timeOrigin + performance.now());
}
