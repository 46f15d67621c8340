/** Three letters or digits, in capitals; undefined for anything else. */
export const parseSiteCode = (text: string): string | undefined =>
  /^[a-z0-9]{3}$/i.test(text) ? text.toUpperCase() : undefined;

/** A site database is named `CM_<site code>`; undefined for the name of any other database. */
export const siteFromDatabaseName = (database: string): string | undefined =>
  /^cm_/i.test(database) ? parseSiteCode(database.slice(3)) : undefined;
