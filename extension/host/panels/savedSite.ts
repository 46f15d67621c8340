/** Key of the site that a page showed before the window was reloaded; '' when it saved none. */
export const savedSite = (saved: unknown): string =>
  typeof saved === 'object' && saved !== null && 'site' in saved && typeof saved.site === 'string'
    ? saved.site
    : '';
