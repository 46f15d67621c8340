import { windowsArgument, windowsProgram } from '../commandLine/windowsArgument';
import { longestName } from './computerName';
import {
  commandLineLimit,
  messageOption,
  ruleVerb,
  senderOption,
  senderVariable,
  type RuleMessage,
} from './ruleMessage';

/** What a rule runs on the site server. */
export interface RuleProgram {
  /** Paths of node.exe and of the command line's main.js there. */
  readonly node: string;
  readonly cli: string;
  /** Arguments of the command line that name the site. */
  readonly site: readonly string[];
  /** Folder of the queue. */
  readonly queue: string;
  /** File of what is approved beforehand; undefined: everything waits for review. */
  readonly approved: string | undefined;
}

/**
 * The command line of a rule. The sender's name is one argument and the last one: whatever a message holds in its
 * place, nothing of it can take the place of another argument.
 * @throws Error when there is a problem (programProblems)
 */
export const programLine = (program: RuleProgram, message: RuleMessage): string => {
  const [problem] = programProblems(program);
  if (problem !== undefined) throw new Error(problem);
  return lineOf(program, message);
};

const lineOf = ({ node, cli, site, queue, approved }: RuleProgram, message: RuleMessage): string =>
  [
    windowsProgram(node),
    ...[
      cli,
      ruleVerb,
      ...site,
      ...['--queue', queue],
      ...(approved === undefined ? [] : ['--approved', approved]),
      ...[messageOption, String(message)],
    ].map(windowsArgument),
    `"${senderOption}=${senderVariable}"`,
  ].join(' ');

/** Why a rule cannot run this; each names what to change. */
export const programProblems = (program: RuleProgram): readonly string[] => {
  const { node, cli, site, queue, approved } = program;
  const paths = [node, cli, queue, ...(approved === undefined ? [] : [approved])];
  const problems = [...paths.map(pathProblem), ...site.map(argumentProblem)].filter(
    (problem) => problem !== undefined,
  );
  if (problems.length > 0) return problems;
  // Whether the limit counts before or after the name is filled in is not documented.
  const length = lineOf(program, 2388).length - senderVariable.length + longestName;
  return length <= commandLineLimit
    ? []
    : [
        `The program line may take ${length} characters with the longest name of a computer in it, and a status filter rule takes ${commandLineLimit}. Choose shorter paths.`,
      ];
};

/** Why a path cannot stand in a program line; undefined when it can. */
export const pathProblem = (path: string): string | undefined => {
  if (!/^(?:[a-z]:\\|\\\\[^\\]+\\[^\\]+\\)[^"<>|?*/]+$/i.test(path))
    return `"${path}" is no full path of Windows. Write it from its drive on, as in C:\\ConfigMgrContent.`;
  return argumentProblem(path);
};

/**
 * A percent sign begins a variable of status messages, and how one is written that begins none is not documented.
 * Environment variables are not filled in.
 */
const argumentProblem = (text: string): string | undefined => {
  if (text.includes('%'))
    return `"${text}" holds a percent sign, which a status filter rule takes for a variable; environment variables are not filled in. Choose a path without.`;
  return /\p{Cc}/u.test(text) ? `"${text}" holds a control character. Write it without.` : undefined;
};
