// Servers that only this machine can reach.
import type { Server } from 'node:http';

/** Starts a server on 127.0.0.1 and returns its port; 0 takes a free one. Fails where the port is taken. */
export function listen(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

/** Stops a server and cuts its connections, those in use too; does nothing if it doesn't listen. */
export function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
