import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentNames } from '../../../extension/queries/contentNames';
import { contentAgain } from '../../../extension/queries/contentAgain';
import { directContent } from '../../../extension/queries/directContent';
import { distributionPoints } from '../../../extension/queries/distributionPoints';
import { dpGroups } from '../../../extension/queries/dpGroups';
import { heldVersions } from '../../../extension/queries/heldVersions';
import { impact } from '../../../extension/queries/impact';
import { leftoverPairs } from '../../../extension/queries/leftovers';
import { libraryTargets } from '../../../extension/queries/libraryTargets';
import { looseMessages } from '../../../extension/queries/looseMessages';
import { missingContent } from '../../../extension/queries/missingContent';
import { packageTargets } from '../../../extension/queries/packageTargets';
import { packages } from '../../../extension/queries/packages';
import { pairProgress } from '../../../extension/queries/pairProgress';
import { parseQueryText, type QueryStep } from '../../../extension/queries/queryText';
import {
  optionalSteps,
  type Needs,
  type OptionalStep,
  type Question,
} from '../../../extension/queries/siteQuery';
import { siteChanges } from '../../../extension/queries/siteChanges';
import { planPairs } from '../../../extension/queries/planPairs';
import { planPlaces } from '../../../extension/queries/planPlaces';
import { planSamples } from '../../../extension/queries/planSamples';
import { planTroubles } from '../../../extension/queries/planTroubles';
import { sites } from '../../../extension/queries/sites';
import { targetedContent } from '../../../extension/queries/targetedContent';
import { targetPairs } from '../../../extension/queries/targetPairs';
import { validationMessages } from '../../../extension/queries/validationMessages';
import type { NamedSelect, ParameterType, SqlQuery } from '../../../extension/ports/siteDatabase';

/** A query as the tests look at it: its text taken apart, and what it declares. */
export interface QueryFile {
  readonly name: string;
  readonly steps: readonly QueryStep[];
  readonly results: readonly NamedSelect[];
  readonly needs: Needs;
  readonly optional: Readonly<Record<string, OptionalStep<string>>>;
  readonly parameters: Readonly<Record<string, ParameterType>>;
}

type Declared = Pick<QueryFile, 'needs' | 'optional' | 'parameters'> & {
  /** Text of the question from which it takes steps over. */
  readonly base: string | undefined;
};

const ofQuery = ({ sql }: { readonly sql: SqlQuery }): Declared => ({
  ...sql,
  optional: {},
  base: undefined,
});
const ofQuestion = <R extends object>(
  question: Pick<Question<never, R, string>, 'text' | 'base' | 'needs' | 'optional' | 'parameters'>,
): Declared => ({
  needs: question.needs,
  optional: optionalSteps(question),
  parameters: question.parameters,
  base: question.base?.text,
});

const declared: Readonly<Record<string, Declared>> = {
  directContent: ofQuestion(directContent),
  distributionPoints: ofQuestion(distributionPoints),
  dpGroups: ofQuestion(dpGroups),
  contentAgain: ofQuestion(contentAgain),
  contentNames: ofQuestion(contentNames),
  libraryTargets: ofQuestion(libraryTargets),
  looseMessages: ofQuestion(looseMessages),
  impact: ofQuestion(impact),
  heldVersions: ofQuestion(heldVersions),
  leftovers: ofQuestion(leftoverPairs),
  missingContent: ofQuestion(missingContent),
  packages: ofQuestion(packages),
  packageTargets: ofQuestion(packageTargets),
  pairProgress: ofQuestion(pairProgress),
  planPairs: ofQuestion(planPairs),
  planPlaces: ofQuestion(planPlaces),
  planSamples: ofQuestion(planSamples),
  planTroubles: ofQuestion(planTroubles),
  siteChanges: ofQuestion(siteChanges),
  sites: ofQuery(sites),
  targetedContent: ofQuestion(targetedContent),
  targetPairs: ofQuestion(targetPairs),
  validationMessages: ofQuestion(validationMessages),
};

const folder = path.join(__dirname, '../../../extension/queries');

/** Every `.sql` file, found by looking, so that none is left out. @throws Error for one that is not listed here */
export const queryFiles = (): readonly QueryFile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const name = path.basename(file, '.sql');
      const of = declared[name];
      if (of === undefined) throw new Error(`${file} has no entry in test/unit/queries/allQueries.ts`);
      return { name, ...parseQueryText(readFileSync(path.join(folder, file), 'utf8'), of.base), ...of };
    });

/** Every SELECT with what stands in for it. */
export const selectsOf = ({ steps, results }: QueryFile): readonly NamedSelect[] => [
  ...steps.flatMap(({ name, sql, otherwise }) => [
    { name, sql },
    ...(otherwise === undefined ? [] : [{ name: `${name} (otherwise)`, sql: otherwise }]),
  ]),
  ...results,
];
