export { PointsSettingsPage } from './points-settings-page';
