export { checkHtml } from './check/check-html.ts';
export type { CheckOptions, Edit, Effect, Finding, RuleName } from './check/finding.ts';
export { type FixedPage, fixHtml } from './check/fix-html.ts';
