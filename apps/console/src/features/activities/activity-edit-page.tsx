import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import type { ActivityInput, ActivityView } from '../../shared/api/types';
import { brandNow, wallToIso } from '../../shared/format/time';
import { Page } from '../../shared/ui/page';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { ActivityForm } from './activity-form';
import { activitiesKey, activityKey, createActivity, readActivity, reviseActivity } from './api';
import { takenSeats } from './period';
import { t } from './strings';

/** A new event starts from the coming week, in the afternoon. */
const freshActivity = (): ActivityInput => {
  const start = brandNow().add(7, 'day').hour(14).minute(0).second(0);
  return {
    title: '',
    summary: '',
    body: '',
    coverUrl: null,
    storeId: null,
    place: '',
    startsAt: wallToIso(start),
    endsAt: wallToIso(start.add(2, 'hour')),
    signUpUntil: wallToIso(start.subtract(1, 'day')),
    seatsTotal: 20,
    couponTemplateId: null,
  };
};

const inputOf = (activity: ActivityView): ActivityInput => ({
  title: activity.title,
  summary: activity.summary,
  body: activity.body,
  coverUrl: activity.coverUrl,
  storeId: activity.storeId,
  place: activity.place,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
  signUpUntil: activity.signUpUntil,
  seatsTotal: activity.seatsTotal,
  couponTemplateId: activity.couponTemplateId,
});

function NewActivity() {
  const navigate = useNavigate();
  const create = useAction(createActivity, {
    said: t.created,
    refresh: [activitiesKey],
    onDone: (activity) => navigate(`/activities/${activity.id}`, { replace: true }),
  });
  return (
    <Page title={t.newTitle} back={t.back}>
      <ActivityForm
        initial={freshActivity()}
        taken={0}
        submitText={t.publish}
        isBusy={create.isPending}
        onSubmit={(input) => create.mutate(input)}
      />
    </Page>
  );
}

function ExistingActivity({ id }: { id: string }) {
  const navigate = useNavigate();
  const back = `/activities/${id}`;
  const query = useQuery({ queryKey: activityKey(id), queryFn: () => readActivity(id) });
  const revise = useAction((input: ActivityInput) => reviseActivity(id, input), {
    said: t.saved,
    refresh: [activitiesKey],
    onDone: () => navigate(back),
  });
  return (
    <Page title={t.editTitle} back={back}>
      <QueryView query={query}>
        {(activity) => (
          <ActivityForm
            initial={inputOf(activity)}
            taken={takenSeats(activity)}
            submitText={t.save}
            isBusy={revise.isPending}
            onSubmit={(input) => revise.mutate(input)}
          />
        )}
      </QueryView>
    </Page>
  );
}

export function ActivityEditPage() {
  const { activityId } = useParams();
  return activityId ? <ExistingActivity id={activityId} /> : <NewActivity />;
}
