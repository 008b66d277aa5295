export { RuleEditPage } from './rule-edit-page';
export { RulesPage } from './rules-page';
export { TryPage } from './try-page';
