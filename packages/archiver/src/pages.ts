export { type ArchivedPage, readArchivedPage } from './pages/archived-page.ts';
export { type FetchedPage, fetchPage } from './pages/fetch-page.ts';
