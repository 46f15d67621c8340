import { LineRules } from '../lineRules';
import { restOn } from '../logLine';
import type { DistmgrAnalysis } from './distmgrAnalysis';
import type { PackageAction } from './distmgrFacts';
import { distmgrTargets } from './distmgrTargets';

/** The lines of distmgr.log. */
export const distmgrRules = (analysis: DistmgrAnalysis): LineRules => {
  const rules = new LineRules();
  readThreads(rules, analysis);
  readRuns(rules, analysis);
  distmgrTargets(rules, analysis);
  rules.on('{}ill retry in {:int} seconds', (_, record) => {
    const run = analysis.runOf(record);
    if (run !== undefined) run.retries++;
  });
  return rules.know(
    'Sleep {:int} seconds',
    'STATMSG: ID={:int} ',
    'Processing incoming file ',
    'Processing PullDP response ',
    'The distribution point is on the siteserver and the package is a content type package.',
    'Creating hash for algorithm ',
    'StoredPkgVersion (',
  );
};

const readThreads = (rules: LineRules, analysis: DistmgrAnalysis): void => {
  const { slots, upgradeSlots, queued } = analysis;
  rules
    .on(
      'Currently using {used:int} out of {limit:int} allowed package processing threads',
      ({ used, limit }, { at }) => slots.use(used, limit, at),
    )
    .on('Used {used:int} out of {limit:int} allowed processing threads', ({ used, limit }, { at }) =>
      slots.use(used, limit, at),
    )
    .on(
      "Started package processing thread for package '{packageId:packageId}', thread ID = 0x{thread:hex} (",
      ({ packageId, thread }, { at }) => analysis.begin(packageId, thread, at),
    )
    .on("Adding package '{packageId:packageId}' to package processing queue", ({ packageId }, { at }) =>
      queued.at(packageId, () => ({ packageId, since: at })),
    )
    .on(
      'DP upgrade processing thread: {}Used {used:int} threads out of {limit:int}.',
      ({ used, limit }, { at }) => upgradeSlots.use(used, limit, at),
    )
    // An older form, glued to the text before it.
    .on('{}Used {used:int} out of {limit:int} allowed processing threads', ({ used, limit }, { at }) =>
      slots.use(used, limit, at),
    )
    .know(
      'Starting package processing thread, thread ID = ',
      'Found package properties updated notification for package ',
      'Found notification for package ',
    );
};

const readRuns = (rules: LineRules, analysis: DistmgrAnalysis): void => {
  const { runs } = analysis;
  rules
    .on(
      'Processing package {packageId:packageId} (SourceVersion:{source:int};StoredVersion:{stored:int})',
      ({ packageId, source, stored }, record) => {
        analysis.begin(packageId, record.thread, record.at);
        const run = runs.of(packageId);
        if (run === undefined) return;
        run.sourceVersion = source;
        run.storedVersion = stored;
      },
    )
    .on('Taking package snapshot for package {packageId:packageId} from source', ({ packageId }, record) => {
      const run = runs.of(packageId);
      if (run === undefined) return;
      run.snapshotBegan = record.at;
      run.snapshotEnded = undefined;
    })
    .on('The size of package {packageId:packageId}, version {:int} is {size:int} KBytes', (found, record) => {
      const run = runs.of(found.packageId);
      if (run === undefined) return;
      run.sizeKb = found.size;
      if (run.snapshotBegan !== undefined) run.snapshotEnded = record.at;
    })
    .on(
      'Waiting for all DP threads to complete for package {packageId:packageId} processing',
      (found, record) => {
        const run = runs.of(found.packageId);
        if (run === undefined) return;
        run.waitsSince = record.at;
        restOn(run.lines, record.at);
      },
    )
    .on('All DP threads have completed for package {packageId:packageId} processing', (found) => {
      const run = runs.of(found.packageId);
      if (run !== undefined) run.waitsSince = undefined;
    })
    .on('Exiting package processing thread for package {packageId:packageId}.', ({ packageId }, record) =>
      runs.end(packageId, record),
    )
    .know('The Package Action is {:int}, ');
  for (const action of ['adding', 'updating', 'deleting', 'removing'] satisfies PackageAction[])
    rules.on(`Start ${action} package {packageId:packageId}...`, ({ packageId }) => {
      const run = runs.of(packageId);
      if (run !== undefined) run.action = action;
    });
};
