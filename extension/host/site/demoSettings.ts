import type { WorkspaceConfiguration } from 'vscode';
import type { Faults, SiteSize } from '../../protocol/demoSite';

type Environment = Readonly<Record<string, string | undefined>>;

const sizes: readonly SiteSize[] = ['small', 'medium', 'empty'];

/** CONFIGMGR_CONTENT_DEMO, then the setting `demo.size`; small for anything else. */
export const demoSize = (
  settings: Pick<WorkspaceConfiguration, 'get'>,
  environment: Environment,
): SiteSize => {
  const wanted = environment.CONFIGMGR_CONTENT_DEMO ?? settings.get('demo.size');
  return sizes.find((size) => size === wanted) ?? 'small';
};

/** CONFIGMGR_CONTENT_DEMO_FAULTS: what is made to go wrong, as JSON; for tests, training and screenshots. */
export const demoFaults = ({ CONFIGMGR_CONTENT_DEMO_FAULTS: faults }: Environment): Faults =>
  faults === undefined ? {} : (JSON.parse(faults) as Faults);
