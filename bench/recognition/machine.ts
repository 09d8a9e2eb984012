import { cpus } from 'node:os';

/** Where and when a benchmark ran, in one line. */
export function machine(): string {
  const processors = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model ?? 'unknown'}`;
}
