interface EntryFact {
  activityId: string;
  memberId: string;
  at: string;
}

export interface ActivityEvents {
  'activities.entry-joined.v1': EntryFact & { waiting: boolean };
  'activities.entry-cancelled.v1': EntryFact;
  'activities.entry-promoted.v1': EntryFact;
  'activities.entry-attended.v1': EntryFact;
  /** A member handed in the answers to a survey, once. */
  'activities.survey-answered.v1': EntryFact & { answers: number };
}
