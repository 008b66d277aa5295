export { TaggingPage } from './tagging-page';
