import { Module } from '@nestjs/common';
import { OnInteractions } from './handlers/on-interactions.handler';
import { OnMembers } from './handlers/on-members.handler';
import { TaggingOnRewards } from './handlers/on-rewards.handler';
import { OnSales } from './handlers/on-sales.handler';
import { MatchingMembersRead } from './reads/matching-members.read';
import { MemberStandingRead } from './reads/member-standing.read';
import { PopulationRead } from './reads/population.read';
import { RefusedTagsRead } from './reads/refused-tags.read';
import { TaggingPersonalData } from './reads/tagging-personal-data.read';
import { FactsRepository } from './store/facts.repository';
import { MembershipRepository } from './store/membership.repository';
import { PopulationRepository } from './store/population.repository';
import { ResultsRepository } from './store/results.repository';
import { RewardRepository } from './store/reward.repository';
import { RunStore } from './store/run-store';
import { RunsRepository } from './store/runs.repository';
import { TaggingDoor } from './tagging.door';
import { NightlyTagging } from './use-cases/nightly-tagging.use-case';
import { RefusedTags } from './use-cases/refused-tags.use-case';
import { RequestTagging } from './use-cases/request-tagging.use-case';
import { RewardWithTags } from './use-cases/reward-with-tags.use-case';
import { RunTagging } from './use-cases/run-tagging.use-case';
import { TagByHand } from './use-cases/tag-by-hand.use-case';
import { TellTags } from './use-cases/tell-tags.use-case';

const store = [
  FactsRepository,
  MembershipRepository,
  PopulationRepository,
  ResultsRepository,
  RewardRepository,
  RunsRepository,
  RunStore,
  RewardWithTags,
];
const open = [
  OnInteractions,
  OnMembers,
  OnSales,
  TaggingOnRewards,
  MatchingMembersRead,
  MemberStandingRead,
  PopulationRead,
  TaggingPersonalData,
  NightlyTagging,
  RequestTagging,
  RunTagging,
  TagByHand,
  TellTags,
  RefusedTags,
  RefusedTagsRead,
  TaggingDoor,
];

@Module({ providers: [...store, ...open], exports: open })
export class TaggingModule {}
