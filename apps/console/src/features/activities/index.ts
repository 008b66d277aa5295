export { ActivitiesPage } from './activities-page';
export { ActivityEditPage } from './activity-edit-page';
export { ActivityPage } from './activity-page';
