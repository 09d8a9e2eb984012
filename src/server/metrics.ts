import { Histogram, type Registry } from 'prom-client';
import type { Request, Response, Route, Server } from 'restify';

/** `/metrics` for Prometheus, and how long requests took, by route and status. */
export function addMetrics(server: Server, registry: Registry): void {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const begun = new WeakMap<Request, number>();
  server.on('request', (request: Request) => void begun.set(request, performance.now()));
  server.on('after', (request: Request, response: Response, route?: Route) => {
    const now = performance.now();
    const seconds = (now - (begun.get(request) ?? now)) / 1000;
    durations.observe(
      {
        method: request.method ?? '',
        route: String(route?.path ?? 'none'),
        status: response.statusCode,
      },
      seconds,
    );
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    response.sendRaw(200, await registry.metrics(), { 'Content-Type': registry.contentType });
  });
}
