import { client } from '../../shared/api/client';
import type { SettingsChange } from '../../shared/api/types';

export const settingsKey = ['loyalty-settings'];
export const readSettings = () => client.get('/api/console/loyalty-settings');
export const saveSettings = (body: SettingsChange) => client.put('/api/console/loyalty-settings', { body });
export const previewSettings = (body: SettingsChange) => client.post('/api/console/loyalty-settings/preview', { body });
