import type { Draft } from '../draft';

/** What every part of the form gets: the draft, and how to change it. */
export interface PartProps {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
}
