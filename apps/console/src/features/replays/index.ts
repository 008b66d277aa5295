export { NewReplayPage } from './new-replay-page';
export { ReplayPage } from './replay-page';
export { ReplaysPage } from './replays-page';
