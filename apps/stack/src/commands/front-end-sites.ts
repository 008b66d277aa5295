import type { Server } from 'node:http';
import { buildWhenStale } from '../builds/build-when-stale';
import type { FrontEnd } from '../builds/front-ends';
import { addressOf } from '../settings/child-env';
import { openSite } from '../web/site';
import type { Crew } from './databases';

interface Site {
  readonly which: FrontEnd;
  readonly port: number;
  readonly documents?: Readonly<Record<string, unknown>>;
}

/** Builds console and mini-program when they are stale and serves each as soon as it is there. */
export const openFrontEnds = async (crew: Crew, open: Server[]): Promise<void> => {
  const { ports } = crew.session;
  const sites: Site[] = [
    { which: 'console', port: ports.console },
    // The h5 build asks its host where the WeChat stand-in is: an address has no place in a build.
    { which: 'h5', port: ports.miniapp, documents: { '/config.json': { standInUrl: addressOf(ports.standIn) } } },
  ];
  await Promise.all(sites.map((site) => openFrontEnd(crew, open, site)));
};

const openFrontEnd = async (crew: Crew, open: Server[], { which, port, documents }: Site): Promise<void> => {
  const { session, steps, supervisor } = crew;
  const { root, logs } = session.folders;
  const folder = await buildWhenStale(which, { root, logs, steps, task: supervisor.task.bind(supervisor) });
  if (folder) open.push(await openSite({ folder, port, apiUrl: addressOf(session.ports.api), documents }));
};
