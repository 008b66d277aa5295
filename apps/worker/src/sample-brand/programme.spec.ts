import { problemOf } from '../../../../libs/loyalty/src/rules/judging/draft-checks';
import { sampleRules } from './programme';

it('the sample programme is one that judges', () =>
  expect(sampleRules.map((draft) => [draft.name, problemOf(draft)])).toEqual(
    sampleRules.map((draft) => [draft.name, null]),
  ));
