import { describeSiteDatabase } from '../contract/siteDatabaseContract';
import { stillSite } from './demoSites';

describeSiteDatabase('demo site', async () => {
  const site = await stillSite();
  return { database: site.database, close: () => site.close() };
});
