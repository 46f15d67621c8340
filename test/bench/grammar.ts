// Colours a generated day of logs with our grammar and with the one that VS Code has for `.log` files.
import { builtInFile, cmtraceFile } from '../grammar/support/files';
import { generateLog } from '../grammar/support/generatedLog';
import { loadGrammar } from '../grammar/support/loadGrammar';
import { linesOf, tokenizeText } from '../grammar/support/tokenizeText';
import { median, type Report } from '../support/bench/report';

export const name = 'grammar';

const bytes = 800_000;
const seed = 20_230_509;
/** The two take turns, so that a machine that is busy for a while is so for both. */
const rounds = 9;

/**
 * Milliseconds of the processor, which other programs on the machine change less than the time on the clock. Unlike
 * `report.time` it forces no garbage collection, which makes the next run slow and favours the slower grammar.
 */
const processorMs = (task: () => void): number => {
  const before = process.cpuUsage();
  task();
  return process.cpuUsage(before).user / 1000;
};

const middle = (values: readonly number[]): number => median(values.toSorted((a, b) => a - b));

export const run = async (report: Report): Promise<void> => {
  const lines = linesOf(generateLog(bytes, seed));
  const ours = await loadGrammar(cmtraceFile);
  const builtIn = await loadGrammar(builtInFile);
  const colourOurs = (): void => tokenizeText(ours, lines);
  const colourBuiltIn = (): void => tokenizeText(builtIn, lines);

  report.value('lines', lines.length, `lines, ${bytes / 1000} kB`);
  await report.time('cmtrace', { budget: 400 }, colourOurs);
  for (let warmUp = 0; warmUp < 3; warmUp++) colourOurs();
  colourBuiltIn();
  const taken = Array.from({ length: rounds }, () => ({
    ours: processorMs(colourOurs),
    builtIn: processorMs(colourBuiltIn),
  }));
  const speed = (ms: readonly number[]): number => Math.round((lines.length / middle(ms)) * 1000);
  const perSecond = 'lines in a second of the processor';
  report.value('cmtrace', speed(taken.map((round) => round.ours)), perSecond);
  report.value("VS Code's log", speed(taken.map((round) => round.builtIn)), perSecond);
  report.atLeast("speed against VS Code's log", middle(taken.map((round) => round.builtIn / round.ours)), 5);
};
