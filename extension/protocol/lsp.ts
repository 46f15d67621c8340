import type { BiasPolicy } from '../core/logs/time/utcOf';
import { defineNotification, defineRequest, trusted } from './requestType';

// What the extension and the log server say to each other besides the language server protocol. Both are one program.

/** What the server is started with. */
export interface LogServerOptions {
  readonly settings: LogSettings;
  readonly site: LogSite;
  readonly words: LogWords;
}

export interface LogSettings {
  /** Diagnostics say what error codes mean. */
  readonly explainErrors: boolean;
  readonly codeLens: boolean;
  /** Seconds without a record that are worth a hint; 0: none is. */
  readonly timeGap: number;
  /** What the number behind a time means. */
  readonly bias: BiasPolicy;
}

/** The sites that the window is connected to, together. */
export interface LogSite {
  readonly isConnected: boolean;
  /** The first three characters of their packages' IDs: what begins so is a package ID. */
  readonly siteCodes: readonly string[];
}

/** Texts in the language of the window; `{0}` and `{1}` are values. */
export interface LogWords {
  readonly components: string;
  readonly threads: string;
  readonly packages: string;
  readonly dps: string;
  readonly jobs: string;
  readonly record: string;
  readonly records: string;
  readonly error: string;
  readonly errors: string;
  /** So many of so many are listed. */
  readonly listed: string;
  readonly showPackage: string;
  readonly redistribute: string;
  readonly redistributeTo: string;
  readonly redistributeToOneOf: string;
  readonly gap: string;
  readonly clockWentBack: string;
}

export const logSettingsChanged = defineNotification('configmgrContent/logSettings', trusted<LogSettings>());
export const logSiteChanged = defineNotification('configmgrContent/logSite', trusted<LogSite>());

/** Asked by the server: names of those packages that a connected site has, by their IDs. */
export const packageNames = defineRequest<Readonly<Record<string, string>>>()(
  'configmgrContent/packageNames',
  trusted<readonly string[]>(),
);

/** A place in an open log; line and character count from 0, characters in UTF-16 units. */
export interface LogPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** The error record behind a place, or before it, around the ends of the log; null when the log has none. */
export const errorBeside = defineRequest<{ readonly line: number; readonly isAround: boolean } | null>()(
  'configmgrContent/errorBeside',
  trusted<LogPlace & { readonly isBackward: boolean }>(),
);

/** What a place of a log is about: what it names, else what its thread is about there. */
export interface NamedContent {
  readonly packageIds: readonly string[];
  /** Of distribution points, as the log writes them in lower case. */
  readonly servers: readonly string[];
}

export const namedAt = defineRequest<NamedContent>()('configmgrContent/namedAt', trusted<LogPlace>());

/** Commands that lenses and links start. Both take one `NamedContent`. */
export const logCommands = {
  reveal: 'configmgrContent.log.revealPackage',
  redistribute: 'configmgrContent.log.redistribute',
} as const;
