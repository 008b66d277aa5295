export { CommentsPage } from './comments-page';
