import type { FeatureNeeds } from '../core/connection/schemaGap';
import { contentNames } from './contentNames';
import { directContent } from './directContent';
import { distributionPoints } from './distributionPoints';
import { dpGroups } from './dpGroups';
import { impact } from './impact';
import { heldVersions } from './heldVersions';
import { libraryTargets } from './libraryTargets';
import { leftoverPairs } from './leftovers';
import { missingContent } from './missingContent';
import { packages } from './packages';
import { planPairs } from './planPairs';
import { planPlaces } from './planPlaces';
import { planSamples } from './planSamples';
import { planTroubles } from './planTroubles';
import { siteQuery } from './siteQuery';
import { sites } from './sites';
import { targetedContent } from './targetedContent';
import { targetPairs } from './targetPairs';

/** Before release 1902 there is no maintenance mode: that its column lacks there is no gap. */
const placeNeeds = Object.fromEntries(
  Object.entries(siteQuery(planPlaces).sql.needs).map(([view, columns]) => [
    view,
    columns.filter((column) => column !== 'MaintenanceMode'),
  ]),
);

/** What each part of the window reads of the site database, with everything that it can make use of. */
export const featureNeeds: readonly FeatureNeeds[] = [
  { feature: 'The site', needs: sites.sql.needs },
  { feature: 'The list of distribution points', needs: siteQuery(distributionPoints).sql.needs },
  { feature: 'The list of distribution point groups', needs: siteQuery(dpGroups).sql.needs },
  { feature: 'The list of packages', needs: siteQuery(packages).sql.needs },
  { feature: 'Missing content', needs: siteQuery(missingContent).sql.needs },
  { feature: 'What needs the content', needs: siteQuery(impact).sql.needs },
  { feature: 'Content of a distribution point or package', needs: siteQuery(targetedContent).sql.needs },
  { feature: 'The heat map', needs: siteQuery(targetPairs).sql.needs },
  { feature: 'Versions in comparisons', needs: siteQuery(heldVersions).sql.needs },
  { feature: 'Content in no group', needs: siteQuery(directContent).sql.needs },
  { feature: 'Plans: the pairs', needs: siteQuery(planPairs).sql.needs },
  { feature: 'Plans: the distribution points', needs: placeNeeds },
  { feature: 'Plans: samples of suspect cycles', needs: siteQuery(planSamples).sql.needs },
  { feature: 'Plans: what speaks against sending', needs: siteQuery(planTroubles).sql.needs },
  { feature: "Mismatches of distribution points' lists", needs: siteQuery(libraryTargets).sql.needs },
  { feature: 'Reviews of content library cleanups', needs: siteQuery(contentNames).sql.needs },
  { feature: 'Leftovers', needs: siteQuery(leftoverPairs).sql.needs },
];
