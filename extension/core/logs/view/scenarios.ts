/** Logs that tell one story together, by the names of their files, in the order of the story. */
export interface LogScenario {
  readonly id: 'distribution' | 'validation' | 'pullDp' | 'clientDownload';
  /** Where they are, as a path that people know; the folder is asked for. */
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Distribution: the snapshot (distmgr), to a child site (schedule, sender, despooler), to the DP (PkgXferMgr), on the DP
 * (smsdpprov). The download of a client: its cache, the manager of contents, the locations, the transfer.
 */
export const logScenarios: readonly LogScenario[] = [
  {
    id: 'distribution',
    folder: '\\\\server\\SMS_XXX\\Logs',
    files: [
      'distmgr.log',
      'sched.log',
      'sender.log',
      'despool.log',
      'PkgXferMgr.log',
      'smsdpprov.log',
      'PullDP.log',
    ],
  },
  {
    id: 'validation',
    folder: '\\\\dp\\SMS_DP$\\sms\\logs',
    files: ['smsdpmon.log', 'smsdpprov.log', 'distmgr.log'],
  },
  {
    id: 'pullDp',
    folder: '\\\\dp\\c$\\Windows\\CCM\\Logs',
    files: ['PullDP.log', 'DataTransferService.log'],
  },
  {
    id: 'clientDownload',
    folder: '\\\\client\\c$\\Windows\\CCM\\Logs',
    files: ['CAS.log', 'ContentTransferManager.log', 'LocationServices.log', 'DataTransferService.log'],
  },
];

/** The logs of a scenario that a folder has, in the scenario's order; names are compared without case. */
export const scenarioFiles = ({ files }: LogScenario, names: readonly string[]): readonly string[] =>
  files.flatMap((file) => names.find((name) => name.toLowerCase() === file.toLowerCase()) ?? []);
