import type { Random } from './random';
import { component, type RuleTruth, type ToldRule } from './statusRules';

/** What an admin made of a rule for one of the two messages. */
type Variant = (made: Made) => Partial<Made> & { readonly truth: ToldRule['truth'] };

interface Made {
  readonly message: number;
  /** The rule's message ID; undefined: it has none. */
  readonly code: number | undefined;
  readonly component: string;
  /** Arguments behind the program; the last one hands on who sent the message. */
  readonly program: string;
}

const certain = (kind: string): ToldRule['truth'] => [{ kind, certainty: 'certain' }];

const script = (message: number, sender: string): string =>
  `"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" -NoProfile -File "D:\\Scripts\\${
    message === 2386 ? 'PackageReconciliation.ps1' : 'PackageMismatches.ps1'
  }" -DP ${sender}`;

const ours = (message: number): string =>
  `"C:\\Program Files\\nodejs\\node.exe" "D:\\ConfigMgr Content\\cli\\main.js" on-message --message ${message} "--computer=%msgsys"`;

const other = (message: number): number => (message === 2386 ? 2388 : 2386);

const variants: Readonly<Record<string, Variant>> = {
  ours: ({ message }) => ({ program: ours(message), truth: [] }),
  script: ({ message }) => ({ program: script(message, '"%msgsys"'), truth: [] }),
  oursOfOther: ({ message }) => ({ program: ours(other(message)), truth: certain('wrongProgram') }),
  scriptOfOther: ({ message }) => ({
    program: script(other(message), '"%msgsys"'),
    truth: certain('wrongProgram'),
  }),
  unquoted: ({ message }) => ({ program: script(message, '%msgsys'), truth: certain('unsafeQuoting') }),
  singleQuotes: ({ message }) => ({ program: script(message, "'%msgsys'"), truth: certain('unsafeQuoting') }),
  command: () => ({
    program: `powershell.exe -Command "& 'D:\\Scripts\\Check.ps1' -DP '%msgsys'"`,
    truth: certain('unsafeQuoting'),
  }),
  environment: ({ message }) => ({
    program: `"%ProgramFiles%\\nodejs\\node.exe" ${ours(message).slice(ours(message).indexOf('"D:'))}`,
    truth: certain('environmentVariable'),
  }),
  tooLong: ({ message }) => ({
    program: ours(message).replace(' on-message', ` on-message --queue "D:\\${'Queue\\'.repeat(170)}end"`),
    truth: certain('tooLong'),
  }),
  misspelt: ({ message }) => ({
    program: ours(message),
    component: 'SMS_Distribution_Point_Monitor',
    truth: certain('component'),
  }),
  wrongComponent: ({ message }) => ({
    program: ours(message),
    component: 'SMS_DISTRIBUTION_MANAGER',
    truth: certain('component'),
  }),
  otherCase: ({ message }) => ({
    program: ours(message),
    component: component.toUpperCase(),
    truth: [{ kind: 'component', certainty: 'notDecidable' }],
  }),
  everyMessage: ({ message }) => ({
    program: ours(message),
    code: undefined,
    truth: certain('everyMessage'),
  }),
  hidden: () => ({ program: '17', truth: [{ kind: 'missingRule', certainty: 'notDecidable' }] }),
};

/** Rules for 2386 and 2388, right or wrong. Where a site keeps their program lines is not documented: anywhere. */
export const actingRules = (
  random: Random,
): { readonly acting: readonly ToldRule[]; readonly missing: readonly RuleTruth[] } => {
  const key = random.pick(['Command Line', 'Program', 'Executable', 'Run']);
  const bit = random.pick([4, 8, 32]);
  const acting: ToldRule[] = [];
  const missing: RuleTruth[] = [];
  for (const message of [2386, 2388]) {
    if (random.chance(0.2)) {
      missing.push({ rule: '', kind: 'missingRule', certainty: 'certain' });
      continue;
    }
    const made = { message, code: message, component, program: '' };
    const { truth, ...changed } = random.pick(Object.values(variants))(made);
    const rule = { ...made, ...changed };
    acting.push({
      name: `Act on ${message}`,
      values: random.shuffled([
        ...[`Actions=${bit}`, `Actions Mask=${bit}`, 'Stop Evaluating=0', 'Module Name=SMS Server'],
        ...[`Component=${rule.component}`, `${key}=${rule.program}`],
        ...(rule.code === undefined ? [] : [`Code=${rule.code}`]),
      ]),
      truth,
    });
  }
  return { acting, missing };
};
