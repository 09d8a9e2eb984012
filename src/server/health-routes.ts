import type { Request, Response, Server } from 'restify';

/** `/healthz`: the process answers. `/readyz`: it can also do its work. */
export function addHealthRoutes(server: Server, isReady: () => Promise<boolean>): void {
  server.get('/healthz', async (_request: Request, response: Response) => {
    await Promise.resolve();
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const ready = await isReady().catch(() => false);
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
  });
}
