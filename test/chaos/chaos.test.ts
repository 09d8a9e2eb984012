import { runChaos } from '../../scripts/chaos/run-chaos';

it('loses nothing that it has acknowledged when it is killed under load', async () => {
  const report = await runChaos({ kills: 3, people: 3, random: Math.random });
  expect(report).toMatchObject({
    ...{ kills: 3, lostMessages: 0, lostTickets: 0, doubleTickets: 0, lostThumbs: 0 },
    ...{ stopCode: 0, stopStatus: 200 },
  });
  expect(report.messages).toBeGreaterThan(5);
  expect(report.stopMs).toBeLessThan(10_000);
});
