import { parseArgs } from 'node:util';
import { runChaos } from './chaos/run-chaos';
import { runTool } from './run-tool';

/** `npm run chaos [-- --kills 50] [--people 8]`: kills the bot under load; exit code 1 when anything acknowledged is lost. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
      people: { type: 'string', default: '8' },
    },
  });
  const report = await runChaos({
    ...{ kills: Number(values.kills), people: Number(values.people), random: Math.random },
  });
  console.log(JSON.stringify(report, null, 2));
  const { lostMessages, lostTickets, doubleTickets, lostThumbs, stopMs, stopCode, stopStatus } =
    report;
  const isLost = lostMessages + lostTickets + doubleTickets + lostThumbs > 0;
  const isStopped = stopMs <= 10_000 && stopCode === 0 && stopStatus === 200;
  process.exitCode = isLost || !isStopped ? 1 : 0;
}

runTool(main);
