import { client } from '../../shared/api/client';
import type { ReplayStart } from '../../shared/api/types';

export const replaysKey = ['replays'];
export const replayKey = (replayId: string) => ['replays', replayId];

const of = (replayId: string) => ({ params: { id: replayId } });

export const listReplays = () => client.get('/api/console/replays');
export const readReplay = (replayId: string) => client.get('/api/console/replays/{id}', of(replayId));
export const startReplay = (body: ReplayStart) => client.post('/api/console/replays', { body });
export const cancelReplay = (replayId: string) => client.post('/api/console/replays/{id}/cancel', of(replayId));
export const listRules = () => client.get('/api/console/rules');
