import { Module } from '@nestjs/common';
import { OnInteractions } from './handlers/on-interactions.handler';
import { OnMembers } from './handlers/on-members.handler';
import { OnSales } from './handlers/on-sales.handler';
import { MemberStandingRead } from './reads/member-standing.read';
import { PopulationRead } from './reads/population.read';
import { TaggingPersonalData } from './reads/tagging-personal-data.read';
import { FactsRepository } from './store/facts.repository';
import { PopulationRepository } from './store/population.repository';
import { ResultsRepository } from './store/results.repository';
import { RunStore } from './store/run-store';
import { RunsRepository } from './store/runs.repository';
import { TaggingDoor } from './tagging.door';
import { NightlyTagging } from './use-cases/nightly-tagging.use-case';
import { RequestTagging } from './use-cases/request-tagging.use-case';
import { RunTagging } from './use-cases/run-tagging.use-case';
import { TagByHand } from './use-cases/tag-by-hand.use-case';

const store = [FactsRepository, PopulationRepository, ResultsRepository, RunsRepository, RunStore];
const open = [
  OnInteractions,
  OnMembers,
  OnSales,
  MemberStandingRead,
  PopulationRead,
  TaggingPersonalData,
  NightlyTagging,
  RequestTagging,
  RunTagging,
  TagByHand,
  TaggingDoor,
];

@Module({ providers: [...store, ...open], exports: open })
export class TaggingModule {}
