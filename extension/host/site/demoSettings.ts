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

/**
 * What is made to go wrong, for tests, training and screenshots: CONFIGMGR_CONTENT_DEMO_FAULTS as JSON, then the
 * setting `demo.faults`.
 */
export const demoFaults = (
  settings: Pick<WorkspaceConfiguration, 'get'>,
  { CONFIGMGR_CONTENT_DEMO_FAULTS: faults }: Environment,
): Faults =>
  // By way of text also from the settings: theirs are proxies, which no worker takes.
  JSON.parse(faults ?? JSON.stringify(settings.get('demo.faults') ?? {})) as Faults;
