import { patientClock } from '../../src/core/patient-clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-05-20T10:00:00.000Z');

/** A clock that can be set, and what of it is believed, in milliseconds from the start; what happened last, before it. */
function open(before?: number) {
  let [passed, set] = [0, 0];
  const clock = patientClock(
    () => new Date(START + passed + set),
    () => new Date(passed),
    before === undefined ? undefined : new Date(START - before),
  );
  return {
    jump: (by: number) => (set += by),
    pass: (by: number) => (passed += by),
    read: () => clock().getTime() - START,
  };
}

it('runs on as before for an hour after a jump ahead, and is ahead then', () => {
  const { jump, pass, read } = open();
  jump(DAY);
  expect(read()).toBe(0);
  pass(HOUR - 1);
  expect(read()).toBe(HOUR - 1);
  pass(1);
  expect(read()).toBe(DAY + HOUR);
  pass(HOUR);
  expect(read()).toBe(DAY + 2 * HOUR);
});

it('takes no notice of a jump that is set right within the hour, and waits as long after the next', () => {
  const { jump, pass, read } = open();
  jump(DAY);
  read();
  pass(HOUR / 2);
  jump(-DAY);
  expect(read()).toBe(HOUR / 2);
  jump(DAY);
  read();
  pass(HOUR - 1);
  expect(read()).toBe(1.5 * HOUR - 1);
});

it('follows a clock that is set back, or corrected by little, at once', () => {
  const { jump, read } = open();
  jump(59_999);
  expect(read()).toBe(59_999);
  jump(-DAY);
  expect(read()).toBe(59_999 - DAY);
});

it.each([
  ['nothing has happened yet', undefined, 0],
  ['something happened within a day', DAY, 0],
  ['something happened in the future', -DAY, 0],
  ['nothing happened for more than a day', 365 * DAY, -365 * DAY],
])('starts where %s', (_, before, expected) => {
  expect(open(before).read()).toBe(expected);
});

it('believes a start long after what happened last an hour later, or at once when the clock is set right', () => {
  const late = open(365 * DAY);
  late.pass(HOUR - 1);
  expect(late.read()).toBe(HOUR - 1 - 365 * DAY);
  late.pass(1);
  expect(late.read()).toBe(HOUR);
  const wrong = open(365 * DAY);
  wrong.read();
  wrong.jump(-365 * DAY);
  wrong.pass(2 * HOUR);
  expect(wrong.read()).toBe(2 * HOUR - 365 * DAY);
});
