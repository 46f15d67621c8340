// What the first read of a site loads: with their SQL, the questions are too much for the start of a window.
export { readAll, readChanges } from './followSite';
export { refreshSite } from './refreshSite';
